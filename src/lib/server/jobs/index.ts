export { startPost, type Post } from './post.ts';
