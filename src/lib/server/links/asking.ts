import { randomUUID } from 'node:crypto';
import { and, desc, eq, isNull } from 'drizzle-orm';
import { may, type Staff } from '../access/index.ts';
import { newReference, write, type Database } from '../db/index.ts';
import { record, recordRefusal } from '../ledger/index.ts';
import type { House } from '../organisations/index.ts';
import type { Link } from './finding.ts';
import { keep, waitsFor, type Form, type Sends } from './making.ts';
import { asAsking } from './mailing.ts';
import { codeHashOf, codeOf, hashOf, secret } from './secrets.ts';
import { referralLinks } from './schema.ts';

type Db = Database<'organisation'>;
const act = 'triage a report';

/**
 * Lets somebody without Waymark write one report to this school's lead: a letter with a link, and the code that opens
 * it, which the lead tells them. The same form sent twice is one link, one letter and one code; the second time
 * `isNew` is false. A letter that could not be sent ends its link.
 */
export async function ask(
	house: House,
	db: Db,
	staff: Staff,
	{ key: formKey, to: sentTo }: Form,
	send: Sends,
	at = new Date()
): Promise<{ code: string; isNew: boolean } | 'not sent' | 'not found'> {
	if (!may(staff, act)) {
		await recordRefusal(db, staff, act, at);
		return 'not found';
	}
	const { id: organisationId } = staff.organisation;
	const code = codeOf(house.master, `asked by ${staff.id} of ${organisationId}`, formKey);
	const token = secret();
	const reference = newReference('W');
	const row = {
		...{ hash: hashOf(token), codeHash: codeHashOf(token, code), formKey, sentTo },
		...{ purpose: 'report' as const, organisationId, referralId: randomUUID(), reference },
		...{ madeAt: at, expiresAt: new Date(at.getTime() + waitsFor) }
	};
	if (!(await keep(house, row))) return { code, isNew: false };
	const entry = { did: 'sent a link to', object: 'report', id: reference };
	await write(db, (tx) => record(tx, staff, entry, at));
	if (await send({ to: sentTo, ...asAsking(house.config, token) })) return { code, isNew: true };
	await endAsked(house, db, staff, reference, at);
	return 'not sent';
}

/** Whom this school asked to write to it, the newest first, for somebody who may read what they write. */
export async function asked(
	{ platform }: Pick<House, 'platform'>,
	staff: Staff,
	at = new Date()
): Promise<(Pick<Link, 'reference' | 'sentTo' | 'madeAt' | 'openedBy'> & { over: boolean })[]> {
	if (!may(staff, act)) return [];
	const found = await platform
		.select()
		.from(referralLinks)
		.where(
			and(
				eq(referralLinks.organisationId, staff.organisation.id),
				eq(referralLinks.purpose, 'report')
			)
		)
		.orderBy(desc(referralLinks.madeAt))
		.limit(50);
	return found.map(({ reference, sentTo, madeAt, openedBy, endedAt, expiresAt }) => ({
		...{ reference, sentTo, madeAt, openedBy },
		over: endedAt !== null || expiresAt <= at
	}));
}

/** Ends a link that somebody was asked by: from then on it opens nothing. */
export async function endAsked(
	house: House,
	db: Db,
	staff: Staff,
	reference: string,
	at = new Date()
): Promise<'ended' | 'not found'> {
	if (!may(staff, act)) {
		await recordRefusal(db, staff, act, at);
		return 'not found';
	}
	if (!(await endOne(house, staff.organisation.id, reference, at))) return 'not found';
	const entry = { did: 'ended a link to', object: 'report', id: reference };
	await write(db, (tx) => record(tx, staff, entry, at));
	return 'ended';
}

/** Whether there was such a link of this school that had not ended. */
const endOne = ({ platform }: House, organisationId: string, reference: string, at: Date) =>
	write(platform, async (tx) => {
		const ended = await tx
			.update(referralLinks)
			.set({ endedAt: at })
			.where(
				and(
					eq(referralLinks.organisationId, organisationId),
					eq(referralLinks.purpose, 'report'),
					eq(referralLinks.reference, reference),
					isNull(referralLinks.endedAt)
				)
			)
			.returning({ hash: referralLinks.hash });
		return ended.length > 0;
	});
