import { randomUUID } from 'node:crypto';
import { resolve } from '$app/paths';
import { fail, redirect } from '@sveltejs/kit';
import * as attachments from '#lib/server/attachments/index.ts';
import * as concerns from '#lib/server/concerns/index.ts';
import { readFormWithFile, refused } from '#lib/server/forms.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import type { Actions, PageServerLoad } from './$types';

const act = 'add to a concern';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { staff, db } = signedIn(locals);
	const found = shown(await concerns.read(db, staff, params.reference, new Date(), act), url);
	// The server sends somebody back here whose file was too large for it to read (src/server.ts).
	const tooLarge = url.searchParams.has('too-large')
		? attachments.refusals['too large']
		: undefined;
	return { key: randomUUID(), reference: found.reference, tooLarge };
};

export const actions: Actions = {
	default: async ({ locals, params, request, url }) => {
		const { staff, db } = signedIn(locals);
		const { form, file } = await readFormWithFile(request, attachments.adding, 'file');
		const missing: Record<string, string> = file ? {} : { file: 'Choose a file' };
		if (!form.valid) return fail(422, refused(form.typed, { ...missing, ...form.problems }));
		if (!file) return fail(422, refused(form.typed, missing));

		const folder = locals.house.config.dataDir;
		const given = { key: form.values.key, ...file };
		const outcome = shown(await attachments.add(db, folder, staff, params.reference, given), url);
		if ('refused' in outcome)
			return fail(422, refused(form.typed, { file: attachments.refusals[outcome.refused] }));
		redirect(303, resolve('/(desk)/desk/concerns/[reference=reference]', params));
	}
};
