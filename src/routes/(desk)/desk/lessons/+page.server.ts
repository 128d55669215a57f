import * as checks from '#lib/server/lesson-checks/index.ts';
import * as lessons from '#lib/server/lessons/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { db, staff } = signedIn(locals);
	const listed = shown(await checks.list(db, staff, lessons.all()), url);
	return { phases: Map.groupBy(listed, ({ phase }) => phase) };
};
