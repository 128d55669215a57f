export { answer, type Answer } from './answering.ts';
