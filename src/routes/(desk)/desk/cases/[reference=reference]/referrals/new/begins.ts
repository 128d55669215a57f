import * as cases from '#lib/server/cases/index.ts';
import type { Listed } from '#lib/server/directory/index.ts';
import * as referrals from '#lib/server/referrals/index.ts';
import { shown, signedIn } from '#lib/server/signed-in.ts';
import { contactsOf } from '../../contacts.ts';

const isReference = /^R(-[0-9A-Z]{4}){2}$/;

/** What the form begins with: the services that were chosen, what the case knows, and what a repeat said before. */
export async function beginsWith(
	locals: App.Locals,
	found: cases.Case,
	services: readonly Listed[],
	url: URL
) {
	const { staff, db } = signedIn(locals);
	const at = new Date();
	const around = shown(await cases.standingAround(db, staff, found.reference, at), url);
	const contacts = await contactsOf(locals, found.reference);
	const { abuse, substances } = around;
	const chosen = services.filter(({ id }) => url.searchParams.getAll('service').includes(id));
	const known = { contacts, abuse, chronology: found.chronology };
	const again = await before(locals, found.reference, services, url);
	return {
		contacts,
		substances,
		/** The fields that were said in the referral before, and not by the case. */
		before: Object.keys(again),
		begins: {
			service: chosen.map(({ id }) => id).join('\n'),
			...referrals.filledFrom(known),
			...again
		}
	};
}

/** What a referral that has ended said, for the one that repeats it. */
async function before(
	locals: App.Locals,
	caseReference: string,
	services: readonly Listed[],
	url: URL
): Promise<Record<string, string>> {
	const { staff, db } = signedIn(locals);
	const repeats = url.searchParams.get('repeats') ?? '';
	if (!isReference.test(repeats)) return {};
	const found = shown(await referrals.repeat(db, staff, repeats), url);
	// Of another child's case nothing is filled in, whoever made the address.
	if (found === 'not ended' || found.caseReference !== caseReference) return {};
	const again = services.find(
		({ id, organisationId }) => (organisationId ?? id) === found.recipientId
	);
	return { ...referrals.asTyped(found), service: again?.id ?? '', repeats };
}
