import type { Staff } from '../access/index.ts';
import * as cases from '../cases/index.ts';
import { daysAfter, today } from '../days.ts';
import type { Database } from '../db/index.ts';
import type { Random } from './random.ts';
import { nextSteps } from './stories.ts';

// A lead's week: something a little late, something for today, and the rest ahead.
const dueIn = [-2, 0, 0, 1, 3, 5, 8, 12];

/** Brings the plans of the open cases to where they are now: what was to be done is done, and something else is next. */
export async function act(
	db: Database<'organisation'>,
	random: Random,
	lead: Staff,
	now: Date
): Promise<void> {
	const until = daysAfter(today(now), 365);
	const open = await cases.due(db, lead, until, now);
	for (const [index, { id }] of open.entries()) {
		const by = daysAfter(today(now), dueIn[index % dueIn.length] ?? 1);
		const at = new Date(now.getTime() - (3 + random.below(9)) * 86_400_000);
		const next = { does: random.pick(nextSteps), owner: '', by };
		await cases.end(db, lead, id, { ending: 'done', says: random.pick(cameOfIt), next }, at);
	}
}

/** One story has come to its end, so that there is one to look back on. */
export async function closeOne(
	db: Database<'organisation'>,
	lead: Staff,
	now: Date
): Promise<void> {
	const oldest = (await cases.list(db, lead, now)).at(-1);
	if (!oldest) throw new Error('The demonstration has no case to close');
	const form: Parameters<typeof cases.close>[3] = {
		...{ outcome: 'things are better and safe', voice: 'said', voiceSays: 'I’m okay at home now.' },
		...{ why: 'Three months without a worry, and somebody to go to.', endRest: 'yes' }
	};
	await cases.close(db, lead, oldest.reference, form, now);
}

const cameOfIt = [
	'We talked for half an hour. They would like the same time next week.',
	'Their tutor sees them each morning and has noticed the same.',
	'The nurse has kept a place on Tuesday.'
];
