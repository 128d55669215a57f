export { answer } from './answering.ts';
export { agreedWith, between, type Agreed, type Standard } from './between.ts';
export { answering, proposing } from './forms.ts';
export { partners, read, type Partner, type Proposal, type Shared } from './listing.ts';
export { type Measured } from './measuring.ts';
export { propose } from './proposing.ts';
export { receivers } from './receiving.ts';
