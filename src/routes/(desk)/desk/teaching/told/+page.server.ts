import * as questionBox from '#lib/server/question-box/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import { lessonCalled } from '../questions/place.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const { db, staff } = signedIn(locals);
	const told = shown(await questionBox.listTold(db, staff), url);
	return { told: told.map((each) => ({ ...each, lesson: lessonCalled(each.lessonId) })) };
};
