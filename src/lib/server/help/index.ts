export { answer, type Answer } from './answering.ts';
export { pageFor, sealed, unsealed, type Page, type Question, type Said } from './asking.ts';
export { askedSince, cookieName, exitFor, leftAt, leftCookie } from './leaving.ts';
export { alike } from './padding.ts';
export { emergency, every, serviceById, shown, type Service } from './services.ts';
export { allTopics, type Topic } from './topics.ts';
