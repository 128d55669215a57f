export { startCheckpoints, type Checkpoints } from './checkpoints.ts';
export { startPost, type Post } from './post.ts';
