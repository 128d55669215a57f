export { ask, byHands, close } from './asking.ts';
export { end } from './ending.ts';
export { asking, closing, counting, ending, opening } from './forms.ts';
export { open } from './opening.ts';
export { questionsOf, type Questions } from './questions.ts';
export { own, read, type Askable, type Console } from './reading.ts';
export { keptTallies, teachingRooms } from './schema.ts';
