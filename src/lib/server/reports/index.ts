export { writing, writingTo, type Writing } from './forms.ts';
export { read, unreadReports, waiting, written, type Waiting, type Written } from './reading.ts';
export { answersFor, receivers, takeByLink, type SafeAnswer, type Writer } from './receiving.ts';
export { finding, takeIn, taking, turnAway } from './taking.ts';
export { send } from './writing.ts';
