import type { ParamMatcher } from '@sveltejs/kit';

/** What the id of a person or a group looks like: a UUID, which says nothing about anybody. */
export const match: ParamMatcher = (text) =>
	/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
