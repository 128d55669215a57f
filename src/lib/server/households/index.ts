export { households } from './schema.ts';
