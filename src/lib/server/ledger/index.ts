export { record, type Entry } from './recording.ts';
export { firstBroken } from './verifying.ts';
