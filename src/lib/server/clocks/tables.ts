// The concerns that nobody has read yet, as their own domain keeps them.
export { concernsWaiting } from '../concerns/schema.ts';
