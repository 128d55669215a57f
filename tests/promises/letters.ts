import * as accounts from '#lib/server/accounts/mailing.ts';
import type { Database } from '#lib/server/db/index.ts';
import { checkpoint } from '#lib/server/ledger/index.ts';
import * as ledger from '#lib/server/ledger/mailing.ts';
import * as links from '#lib/server/links/mailing.ts';
import type { Letter } from '#lib/server/mail/index.ts';
import type { Signer } from '#lib/server/organisations/index.ts';
import * as notices from '#lib/server/notices/mailing.ts';
import * as people from '#lib/server/people/mailing.ts';
import * as restrictions from '#lib/server/restrictions/mailing.ts';

/** What a letter may be written from: a seeded school, with everything that is in it. */
export type Seeded = { school: Database<'organisation'>; signer: Signer; at: Date };

/**
 * Every function that writes a letter or a part of one, with what it writes for the seeded school. They
 * are exported from a `mailing.ts`, each in its domain; one that is not in this list breaks the promise.
 */
export const everyLetter: Record<string, (seeded: Seeded) => Promise<Partial<Letter>>> = {
	'accounts asReset': async () => accounts.asReset('https://waymark.example.org/desk/link/x'),
	'accounts asInvitation': async () =>
		accounts.asInvitation('https://waymark.example.org/desk/link/x'),
	'accounts asWelcome': async () => accounts.asWelcome(),
	'ledger asMail': async (seeded) => ledger.asMail(await aCheckpoint(seeded)),
	'ledger asFile': async (seeded) => ({ attachment: ledger.asFile(await aCheckpoint(seeded)) }),
	'links asAsking': async () =>
		links.asAsking({ origin: new URL('https://waymark.example.org') }, 'x'),
	'links asLetter': async () =>
		links.asLetter({ origin: new URL('https://waymark.example.org') }, 'x'),
	'notices asLetter': async () => notices.asLetter(new URL('https://waymark.example.org')),
	'people asLetter': async () => people.asLetter(),
	'restrictions asLetter': async () => restrictions.asLetter()
};

async function aCheckpoint({ school, signer, at }: Seeded) {
	const made = await checkpoint(school, signer, at);
	if (made === 'nothing to sign') throw new Error('The ledger of the seeded school is empty');
	return made.checkpoint;
}
