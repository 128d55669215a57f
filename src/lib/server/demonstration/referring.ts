import { createHash } from 'node:crypto';
import type { Staff } from '../access/index.ts';
import * as cases from '../cases/index.ts';
import type { Database } from '../db/index.ts';
import * as directory from '../directory/index.ts';
import type { House } from '../organisations/index.ts';
import * as referrals from '../referrals/index.ts';
import type { Random } from './random.ts';

const referralsInAll = 6;
const day = 86_400_000;

/** A few cases of the year were referred, some days ago; nobody has answered yet. */
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
		const service = random.pick(services);
		const sentAt = new Date(Math.min(lastEntryAt.getTime() + day, now.getTime() - 3_600_000));
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
	service: service.organisationId,
	reason: `Several of us have noticed a change in ${givenName} over some weeks. What ${givenName} has said points to ${service.sector === 'domestic abuse' ? 'fear at home' : 'substances playing a part in how hard things are'}.`,
	hopedFor: `That ${givenName} has somebody outside school to talk to, and knows that none of it is their fault.`,
	childsWishes: `${givenName} would like to meet somebody in school first, not at home.`,
	agreement: 'agreed' as const,
	agreementNote: `${givenName} was asked by the lead and said yes.`,
	safeContact: 'Through the school office in school hours. Do not telephone or write to the home.'
});
