export { add, type NewOrganisation } from './adding.ts';
export { openHouse, type House } from './house.ts';
export { unwrap, wrap } from './keys.ts';
export { byId, list, listWithAge, type Organisation } from './listing.ts';
export type { Lease } from './leasing.ts';
export { signerOf, type Signer } from './signing.ts';
