import type { ParamMatcher } from '@sveltejs/kit';

/** A whole number, as one that is made by chance is written: at most fifteen digits, which JavaScript holds exactly. */
export const match: ParamMatcher = (text) => /^\d{1,15}$/.test(text);
