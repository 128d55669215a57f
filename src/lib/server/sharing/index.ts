export { keyOf, kinds, lookAgain, type Finding, type Leaving } from './looking-again.ts';
export { choices } from './schema.ts';
