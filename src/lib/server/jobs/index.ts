export { startCheckpoints, type Checkpoints } from './checkpoints.ts';
export { startClocks } from './clocks.ts';
export { startCounting } from './counting.ts';
export { startForgetting } from './forgetting.ts';
export { startMail, type Mail } from './mail.ts';
export { startNotices } from './notices.ts';
export { startPost, type Post } from './post.ts';
export { startRooms } from './rooms.ts';
export { startQuestions } from './questions.ts';
