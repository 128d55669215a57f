export { aboutTheCopy, offline, packOf, scheme, worker } from './addresses.ts';
