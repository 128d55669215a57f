export { cardsOf, type Cards } from './cards.ts';
export { slidesOf } from './deck.ts';
export type { Block, Slide } from './slide.ts';
