export { writingOutside, writingTo, type WritingOutside } from './forms.ts';
export { readOutside, writeOutside, type Outside } from './outside.ts';
export { read, unreadReports, waiting, written, type Waiting, type Written } from './reading.ts';
export { receivers } from './receiving.ts';
export { finding, takeIn, taking, turnAway, turning } from './taking.ts';
export { send } from './writing.ts';
