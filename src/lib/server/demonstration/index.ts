export { cast, nameOf, organisations, password } from './people.ts';
export { codeOf, keepSecrets, type Secrets } from './secrets.ts';
export { seed } from './seeding.ts';
