import { createHash, randomUUID } from 'node:crypto';
import type { Staff } from '../access/index.ts';
import * as cases from '../cases/index.ts';
import type { Database } from '../db/index.ts';
import * as directory from '../directory/index.ts';
import type { House } from '../organisations/index.ts';
import * as referrals from '../referrals/index.ts';
import { nextMorning } from './days.ts';
import type { Random } from './random.ts';

const referralsInAll = 6;

/** A few cases of the year were referred, the morning after their last entry. */
export async function refer(
	db: Database<'organisation'>,
	house: House,
	random: Random,
	lead: Staff,
	now: Date
): Promise<void> {
	const services = await directory.list(house.published);
	const open = (await cases.list(db, lead, now)).slice(0, referralsInAll);
	for (const [index, { reference, pupil, lastEntryAt }] of open.entries()) {
		// In turn, so that each service has one accepted, one declined and one that waits.
		const service = services[index % services.length];
		if (!service) throw new Error('The demonstration has no services to refer to');
		const sentAt = new Date(Math.min(nextMorning(random, lastEntryAt).getTime(), now.getTime()));
		await referrals.send(
			db,
			lead,
			reference,
			service,
			formFor(pupil.givenName, service, index),
			sentAt
		);
	}
}

const formFor = (givenName: string, service: directory.Service, index: number) => ({
	key: createHash('sha256').update(`referral ${index}`).digest('hex').slice(0, 32),
	service: service.id,
	reason: `Several of us have noticed a change in ${givenName} over some weeks. What ${givenName} has said points to ${service.sector === 'domestic abuse' ? 'fear at home' : 'substances playing a part in how hard things are'}.`,
	hopedFor: `That ${givenName} has somebody outside school to talk to, and knows that none of it is their fault.`,
	childsWishes: `${givenName} would like to meet somebody in school first, not at home.`,
	agreement: 'agreed' as const,
	agreementNote: `${givenName} was asked by the lead and said yes.`,
	safeContact: 'Through the school office in school hours. Do not telephone or write to the home.'
});

/** The services have begun on their inboxes: each accepted the oldest, declined the next, and has only opened the third. */
export async function answerSome(
	db: Database<'organisation'>,
	worker: Staff,
	now: Date
): Promise<void> {
	const waiting = (await referrals.listReceived(db, worker, now)).toReversed();
	for (const [index, { reference, receivedAt }] of waiting.slice(0, answers.length).entries()) {
		const at = new Date(Math.min(receivedAt.getTime() + 3_600_000, now.getTime()));
		await referrals.readReceived(db, worker, reference, at);
		const form = answers[index];
		if (form)
			await referrals.stepReceived(
				db,
				worker,
				reference,
				referrals.stepForm(randomUUID(), form.state, form),
				at
			);
	}
}

const answers = [
	{
		state: 'accepted' as const,
		dueOn: '2026-12-01',
		says: 'We will come to school on Thursday at ten, and telephone the office the day before.'
	},
	{
		state: 'declined' as const,
		reason: 'no place now' as const,
		says: 'Full until January. The school nurse’s drop-in on Tuesdays could hold things until then.'
	},
	undefined
];
