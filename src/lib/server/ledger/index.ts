export { record, recordRefusal, type Entry } from './recording.ts';
export { firstBroken } from './verifying.ts';
