export { list, of, type Draft } from './finding.ts';
export { actOf } from './forms.ts';
export { forget, forgetOld, keep } from './keeping.ts';
