import type { ParamMatcher } from '@sveltejs/kit';

/** The formats that a referral is exported in. */
export const match: ParamMatcher = (text) => text === 'fhir' || text === 'json' || text === 'pdf';
