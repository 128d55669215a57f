export { answer, type Answer } from './answering.ts';
export { pageFor, readSaid, type Page, type Question } from './asking.ts';
export { emergency, every, serviceById, shown, type Service } from './services.ts';
export { allTopics, type Topic } from './topics.ts';
