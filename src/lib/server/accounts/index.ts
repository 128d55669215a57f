export { add, type NewAccount } from './adding.ts';
export { holdersOf, type Holder } from './holding.ts';
export { end, type SessionSettings } from './sessions.ts';
export { signIn, signingIn, signOut, whoIs, type DoorSettings } from './signing-in.ts';
export { staff } from './staff.ts';
