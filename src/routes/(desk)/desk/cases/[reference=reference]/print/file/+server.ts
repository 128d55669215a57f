import { resolve } from '$app/paths';
import { redirect } from '@sveltejs/kit';
import * as cases from '#lib/server/cases/index.ts';
import * as documents from '#lib/server/documents/index.ts';
import { readForm } from '#lib/server/forms.ts';
import { asDownload } from '#lib/server/downloads.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import type { RequestHandler } from './$types';

const formOf = (params: { reference: string }) =>
	resolve('/(desk)/desk/cases/[reference=reference]/print', params);

/** Whoever had to prove first who they are comes back here, with the form to fill in again. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { staff, db } = signedIn(locals);
	shown(await cases.read(db, staff, params.reference, new Date(), 'print a chronology'), url);
	redirect(303, formOf(params));
};

// Beside the form and not at its address: SvelteKit gives a browser's post to a page to the page.
export const POST: RequestHandler = async ({ locals, params, request, url }) => {
	const { staff, db } = signedIn(locals);
	const form = await readForm(request, cases.printing);
	// An endpoint shows no page: the form says what is wrong, and has nothing to hand back but a password.
	if (!form.valid) redirect(303, `${formOf(params)}?short`);

	const at = new Date();
	const { password } = form.values;
	const how = { printedBy: staff.name, printedAt: at, ...(password ? { password } : {}) };
	const pdf = shown(
		await cases.print(db, staff, params.reference, (paper) => documents.asPdf(paper, how), at),
		url
	);
	const name = `chronology-${params.reference}.pdf`;
	return new Response(new Uint8Array(pdf), { headers: asDownload(name, 'application/pdf') });
};
