export { answer, areas, type Answer, type Offer } from './answering.ts';
export { pageFor, sealed, unsealed, type Page, type Question, type Said } from './asking.ts';
export { askedSince, cookieName, leftAt, leftCookie } from './leaving.ts';
export { integrity } from './script.ts';
export { alike } from './padding.ts';
export { allTopics, type Topic } from './topics.ts';
