import type { ParamMatcher } from '@sveltejs/kit';

/** What the reference of a concern (C), a case (K) or a referral (R) looks like. */
export const match: ParamMatcher = (text) => /^[CKR](-[0-9A-HJKMNP-TV-Z]{4}){2}$/.test(text);
