export { cast, organisations, password } from './people.ts';
export { seed } from './seeding.ts';
