import { json } from '@sveltejs/kit';
import { lessonSchema } from '#lib/server/lessons/index.ts';
import type { RequestHandler } from './$types';

export const prerender = true;

export const GET: RequestHandler = () => json(lessonSchema());
