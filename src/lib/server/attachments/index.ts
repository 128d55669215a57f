export { add, adding } from './adding.ts';
export { list, read, type Attachment, type Opened } from './reading.ts';
export { refusals } from './refusing.ts';
export { sweep } from './sweeping.ts';
