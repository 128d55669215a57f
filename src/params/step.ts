import { isStepPage } from '#lib/steps.ts';
import type { ParamMatcher } from '@sveltejs/kit';

/** What the page of a step of a referral is called. */
export const match: ParamMatcher = (text) => isStepPage(text);
