import { isReference } from '#lib/references.ts';
import type { ParamMatcher } from '@sveltejs/kit';

/** What the reference of a concern (C), a case (K) a question told (Q), a referral (R) or what was written from outside (W) looks like. */
export const match: ParamMatcher = (text) => isReference(text);
