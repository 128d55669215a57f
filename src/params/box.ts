import type { ParamMatcher } from '@sveltejs/kit';
import { isBoxCode } from '#lib/references.ts';

/** What the code of a question box looks like. */
export const match: ParamMatcher = isBoxCode;
