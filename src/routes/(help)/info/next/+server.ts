import { leadAway } from './leading.ts';
import type { RequestHandler } from './$types';

/** The way out for whoever runs no script. */
export const GET: RequestHandler = () => leadAway();
