export { startCheckpoints, type Checkpoints } from './checkpoints.ts';
export { startMail, type Mail } from './mail.ts';
export { startPost, type Post } from './post.ts';
