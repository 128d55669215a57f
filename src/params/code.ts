import type { ParamMatcher } from '@sveltejs/kit';
import { isPageCode } from '#lib/references.ts';

/** What the code of a school's help page looks like. */
export const match: ParamMatcher = isPageCode;
