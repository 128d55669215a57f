import * as lessons from '#lib/server/lessons/index.ts';
import type { Place } from '#lib/server/question-box/index.ts';
import { signedIn } from '#lib/server/signed-in.ts';

/** Where the boxes of whoever is signed in stand and are kept. */
export const placeOf = (locals: App.Locals): Place => ({
	published: locals.house.published,
	db: signedIn(locals).db
});

/** A lesson as it is called, from its id; nothing, where a box is for none. */
export const lessonCalled = (id: string): string => lessons.byId(id)?.title ?? '';
