import { createHash, randomUUID } from 'node:crypto';
import type { Staff } from '../access/index.ts';
import * as cases from '../cases/index.ts';
import type { Database } from '../db/index.ts';
import * as directory from '../directory/index.ts';
import type { House } from '../organisations/index.ts';
import * as referrals from '../referrals/index.ts';
import { daysAfter, today } from '../days.ts';
import { nextMorning } from './days.ts';
import type { Random } from './random.ts';

const referralsInAll = 10;
// The first child was asked for before, and nobody was there: that is said loudly.
const triesOfTheFirst = 3;

/** A few cases of the year were referred, the morning after their last entry, and one of them several times. */
export async function refer(
	db: Database<'organisation'>,
	house: House,
	random: Random,
	lead: Staff,
	now: Date
): Promise<void> {
	const services = await directory.list(house.published);
	const [first, ...others] = (await cases.list(db, lead, now)).slice(0, referralsInAll);
	if (!first) throw new Error('The demonstration has no cases to refer from');
	const open = [...Array.from({ length: triesOfTheFirst }, () => first), ...others];
	for (const [index, { reference, pupil, lastEntryAt }] of open.entries()) {
		// In turn, so that each service has referrals in most of the places that there are.
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

const formFor = (givenName: string, service: directory.Listed, index: number) => ({
	key: createHash('sha256').update(`referral ${index}`).digest('hex').slice(0, 32),
	service: [service.id],
	layout: 'own' as const,
	urgency: 'routine' as const,
	...referrals.nothingFurther,
	basis: 'public task: safeguarding pupils (article 6(1)(e))' as const,
	childTold: `${givenName} knows, and helped to write it.`,
	parentsTold: 'Not yet: it is planned with the service first.',
	reason: `Several of us have noticed a change in ${givenName} over some weeks. What ${givenName} has said points to ${service.sector === 'domestic abuse' ? 'fear at home' : 'substances playing a part in how hard things are'}.`,
	hopedFor: `That ${givenName} has somebody outside school to talk to, and knows that none of it is their fault.`,
	childsWishes: `${givenName} would like to meet somebody in school first, not at home.`,
	agreement: 'agreed' as const,
	agreementNote: `${givenName} was asked by the lead and said yes.`,
	safeContact: 'Through the school office in school hours. Do not telephone or write to the home.'
});

/** The services have begun on their inboxes: each has referrals in most of the places that there are. */
export async function answerSome(
	db: Database<'organisation'>,
	worker: Staff,
	now: Date
): Promise<void> {
	const waiting = (await referrals.listReceived(db, worker, now)).toReversed();
	for (const [index, steps] of answers(now).entries()) {
		const { reference, receivedAt } = waiting[index] ?? {};
		if (!reference || !receivedAt) continue;
		const at = new Date(Math.min(receivedAt.getTime() + 3_600_000, now.getTime()));
		await referrals.readReceived(db, worker, reference, at);
		for (const [state, said] of steps) {
			const form = referrals.stepForm(randomUUID(), state, said);
			await referrals.stepReceived(db, worker, reference, form, at);
		}
		// Those whom the service has taken have somebody, but for who waits: nobody is named yet.
		if (steps.some(([state]) => state === 'accepted'))
			await referrals.giveTo(db, worker, reference, worker.id, [worker.id], at);
	}
}

type Answer = [state: referrals.Step, said: Parameters<typeof referrals.stepForm>[2]];

/** What a service says of each of its referrals, the oldest first. The last one was only opened. */
function answers(now: Date): Answer[][] {
	const inDays = (many: number) => daysAfter(today(now), many);
	const accepted: Answer = [
		'accepted',
		{
			says: 'We will come to school on Thursday at ten, and telephone the office the day before.',
			dueOn: inDays(7)
		}
	];
	const begun: Answer = [
		'in progress',
		{ says: 'We have met twice, in the quiet room.', dueOn: inDays(28) }
	];
	return [
		[
			[
				'declined',
				{
					reason: 'no place now',
					says: 'Full until January. The school nurse’s drop-in on Tuesdays could hold things until then.'
				}
			]
		],
		[
			[
				'information needed',
				{ says: 'Is there anybody at home whom we must not reach, and on which days?' }
			]
		],
		[accepted],
		[
			[
				'waiting',
				{
					supports: 'Their tutor, each morning; and our duty line in office hours.',
					says: 'We will write as soon as a place comes.',
					dueOn: inDays(42)
				}
			]
		],
		[
			accepted,
			begun,
			[
				'outcome',
				{
					says: 'Six meetings, and a plan for the evenings that are hard.\nThe young person’s view (said): I know who to ring now.'
				}
			]
		],
		[]
	];
}
