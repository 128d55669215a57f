import type { Database } from '../db/index.ts';
import * as organisations from '../organisations/index.ts';
import type { House } from '../organisations/index.ts';
import * as referrals from '../referrals/index.ts';
import * as reports from '../reports/index.ts';
import { atTheSchool, find, recordedBy, refuse, whyShut, type Link } from './finding.ts';
import { hashOf } from './secrets.ts';

type Use<Result> = (db: Database<'organisation'>, link: Link) => Promise<Result>;

/** What somebody has in hand who comes to a link: its token, and what their browser got when it was opened. */
export type Holder = { token: string; session: string | undefined };

/** Works with a link for whoever opened it. Anybody else's coming is refused, and the school's ledger says so. */
async function use<Result>(
	house: House,
	{ token, session }: Holder,
	purpose: Link['purpose'],
	at: Date,
	work: Use<Result>
): Promise<Result | 'not valid'> {
	const link = await find(house.platform, token, purpose);
	if (!link) return 'not valid';
	const isTheirs = session !== undefined && link.sessionHash === hashOf(session);
	const why = whyShut(link, at) ?? (isTheirs ? undefined : 'another browser had opened it');
	if (why) {
		await refuse(house, link, why, at);
		return 'not valid';
	}
	return atTheSchool(house, link, (db) => work(db, link));
}

/** Whether a link still waits for its code, and not for a browser that it knows. */
async function asksForCode(
	house: House,
	{ token, session }: Holder,
	purpose: Link['purpose'],
	at: Date
): Promise<boolean> {
	const link = await find(house.platform, token, purpose);
	return Boolean(link && !link.sessionHash && !session && !whyShut(link, at));
}

/**
 * The one referral of a link, for the browser that opened it: what the school wrote to the service, and nothing
 * else of the school's. The reading is written down, and the first one tells the school that it has been opened.
 */
export async function read(
	house: House,
	holder: Holder,
	at = new Date()
): Promise<(referrals.Received & { by: string }) | 'asks for the code' | 'not valid'> {
	if (await asksForCode(house, holder, 'referral', at)) return 'asks for the code';
	return use(house, holder, 'referral', at, async (db, found) => {
		const school = await organisations.byId(house.platform, found.organisationId);
		if (!school) return 'not valid';
		const by = found.openedBy ?? '';
		const shown = await referrals.readOutside(
			db,
			found.referralId,
			{ school, name: by },
			recordedBy(found),
			at
		);
		if (shown) return { ...shown, by };
		await refuse(house, found, 'the referral is over', at);
		return 'not valid';
	});
}

/** Takes a service's step in the one referral of a link. The same form sent twice is one step. */
export const step = (
	house: House,
	holder: Holder,
	form: referrals.StepForm,
	at = new Date()
): Promise<'taken' | 'not from here' | 'not found' | 'not valid'> =>
	use(house, holder, 'referral', at, (db, link) =>
		referrals.stepOutside(
			db,
			link.referralId,
			{ name: link.openedBy ?? '' },
			form,
			recordedBy(link),
			at
		)
	);

/** What somebody sees who was asked to write: to which school, as whom, and what came of it once they have. */
export type Asked = { by: string; school: string; written: reports.Outside | undefined };

/** What was written by a link and what came of it, for the browser that opened it. The looking is written down. */
export async function readAsked(
	house: House,
	holder: Holder,
	at = new Date()
): Promise<Asked | 'asks for the code' | 'not valid'> {
	if (await asksForCode(house, holder, 'report', at)) return 'asks for the code';
	return use(house, holder, 'report', at, async (db, link) => {
		const school = await organisations.byId(house.platform, link.organisationId);
		if (!school) return 'not valid';
		const written = await reports.readOutside(db, link.referralId, recordedBy(link), at);
		return { by: link.openedBy ?? '', school: school.name, written };
	});
}

/** Writes the one report of a link to the school's lead. However often it is sent, it is one, and the first stands. */
export const write = (
	house: House,
	holder: Holder,
	form: reports.WritingOutside,
	at = new Date()
): Promise<'written' | 'not valid'> =>
	use(house, holder, 'report', at, (db, link) =>
		reports.writeOutside(
			db,
			{ id: link.referralId, reference: link.reference, writtenBy: link.openedBy ?? '' },
			form,
			recordedBy(link),
			at
		)
	);
