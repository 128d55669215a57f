export { writingTo } from './forms.ts';
export { read, unreadReports, waiting, written, type Waiting, type Written } from './reading.ts';
export { receivers } from './receiving.ts';
export { finding, takeIn, taking, turnAway, turning } from './taking.ts';
export { send } from './writing.ts';
