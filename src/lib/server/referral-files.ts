import type { Staff } from './access/index.ts';
import * as documents from './documents/index.ts';
import { asDownload } from './downloads.ts';
import type { Format } from './referrals/index.ts';

/** How a referral is made into a file of this format, which says on every page who printed it. */
export const madeInto = (format: string, { name: printedBy }: Staff, printedAt: Date) => ({
	format: format as Format,
	make: (paper: documents.Paper) => documents.asPdf(paper, { printedBy, printedAt })
});

/** The answer in which a referral is taken away. */
export const asFile = (
	{ bytes, type }: { bytes: Uint8Array; type: string },
	reference: string,
	format: string
): Response =>
	new Response(new Uint8Array(bytes), {
		headers: asDownload(`referral-${reference}.${format === 'fhir' ? 'fhir.json' : format}`, type)
	});
