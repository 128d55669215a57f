import * as lessons from '#lib/server/lessons/index.ts';
import type { PageServerLoad } from './$types';

export const prerender = true;

export const load: PageServerLoad = () => ({ words: lessons.glossary(lessons.all()) });
