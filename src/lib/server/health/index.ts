export { look, type Health, type Platform } from './looking.ts';
