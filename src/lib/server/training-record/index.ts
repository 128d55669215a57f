export { answering, complete, fieldOf, type Answers, type Replies } from './completing.ts';
export { exported, list, own, type Place, type Trained } from './reading.ts';
export { trainingCompletions } from './schema.ts';
export type { Standing } from './standing.ts';
