import { isReference } from '#lib/references.ts';
import type { ParamMatcher } from '@sveltejs/kit';

/** What the reference of a concern (C), a case (K) or a referral (R) looks like. */
export const match: ParamMatcher = (text) => isReference(text);
