import { activities, fields, rules } from '#lib/server/lessons/index.ts';
import type { PageServerLoad } from './$types';

export const prerender = true;

export const load: PageServerLoad = () => ({ activities: activities(), fields: fields(), rules });
