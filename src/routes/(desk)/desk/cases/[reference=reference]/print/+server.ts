import { redirect } from '@sveltejs/kit';
import * as cases from '#lib/server/cases/index.ts';
import * as documents from '#lib/server/documents/index.ts';
import { readForm } from '#lib/server/forms.ts';
import { asDownload } from '#lib/server/headers.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, params, request, url }) => {
	const { staff, db } = signedIn(locals);
	const form = await readForm(request, cases.printing);
	// An endpoint shows no page: the form says what is wrong, and has nothing to hand back but a password.
	if (!form.valid) redirect(303, `${url.pathname}?short`);

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
