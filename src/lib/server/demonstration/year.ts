import type { Staff } from '../access/index.ts';
import * as cases from '../cases/index.ts';
import * as concerns from '../concerns/index.ts';
import type { Database } from '../db/index.ts';
import { daysAfter, today } from '../days.ts';
import { nextMorning, schoolDaysBefore, schoolMoment } from './days.ts';
import type { Step } from '../steps.ts';
import type { Random } from './random.ts';
import {
	decisionReasons,
	doneAlready,
	patterns,
	indicatorsOf,
	nextSteps,
	places,
	themes,
	notAsked,
	type Noticing,
	type Theme
} from './stories.ts';

/** Something that will be noticed about a pupil on a school day. `step` is its place in the child's story. */
type Planned = { pupilId: string; theme: Theme; at: Date; step: number; of: number };

const concernsInAll = 300;
// The lead works through what came in each morning, and is some days behind, as leads are.
const recentInAll = 14;
const daysBehind = 3;

/** A year of concerns: some children's stories build up step by step, most concerns stand alone. */
export function planYear(random: Random, pupilIds: string[], at: Date): Planned[] {
	const planned: Planned[] = [];
	for (let story = 0; planned.length < concernsInAll * 0.45; story += 1) {
		const pattern = patterns[story % patterns.length] ?? [];
		const pupilId = random.pick(pupilIds);
		const started = 40 + random.below(300);
		const moments = pattern
			.map((_, step) =>
				schoolMoment(random, at, Math.max(1, started - step * (9 + random.below(21))))
			)
			.sort((one, other) => one.getTime() - other.getTime());
		pattern.forEach((theme, step) => {
			planned.push({ pupilId, theme, at: moments[step] ?? at, step, of: pattern.length });
		});
	}
	while (planned.length < concernsInAll) {
		const theme = random.pick(Object.keys(themes) as Theme[]);
		const recent = planned.length >= concernsInAll - recentInAll;
		const daysAgo = recent ? 1 + random.below(3) : 1 + random.below(350);
		const pupilId = random.pick(pupilIds);
		planned.push({ pupilId, theme, at: schoolMoment(random, at, daysAgo), step: 0, of: 1 });
	}
	return planned.sort((one, other) => one.at.getTime() - other.at.getTime());
}

/** Lives the year through the desk's own acts, so that every record and ledger entry is a real one. */
export async function liveYear(
	db: Database<'organisation'>,
	random: Random,
	planned: Planned[],
	people: { reporters: Staff[]; lead: Staff; key: (index: number) => string },
	now: Date
): Promise<void> {
	const behind = schoolDaysBefore(now, daysBehind);
	for (const [index, plan] of planned.entries()) {
		const reporter = random.pick(people.reporters);
		const noticed = inventNoticing(random, plan, people.key(index));
		const logged = await concerns.log(db, reporter, noticed, plan.at);
		if (logged === 'no such pupil')
			throw new Error('The demonstration noticed a pupil it has not got');
		if (plan.at < behind) await decideOn(db, random, people.lead, logged.reference, plan, now);
	}
}

function inventNoticing(
	random: Random,
	{ pupilId, theme, at }: Planned,
	key: string
): concerns.Noticed {
	const noticing: Noticing = random.pick(themes[theme]);
	const urgent = theme === 'fear at home' || theme === 'online';
	return {
		key,
		children: [{ id: pupilId, part: null }],
		indicators: indicatorsOf[theme],
		notAskedBecause: noticing.childsWords ? '' : random.pick(notAsked),
		askedHome: theme === 'fear at home' ? 'asked' : 'not asked',
		noticedOn: at.toISOString().slice(0, 10),
		noticedTime: at.toISOString().slice(11, 16),
		place: random.pick(places),
		seenOrHeard: noticing.seenOrHeard,
		childsWords: noticing.childsWords ?? '',
		doneAlready: random.pick(doneAlready),
		urgency: urgent && random.chance(0.5) ? 'same day' : 'three school days'
	};
}

async function decideOn(
	db: Database<'organisation'>,
	random: Random,
	lead: Staff,
	reference: string,
	{ at, step, of }: Planned,
	now: Date
): Promise<void> {
	const when = nextMorning(random, at);
	const decide = (decision: keyof typeof decisionReasons, next: Partial<Step> = {}) =>
		cases.triage(
			db,
			lead,
			reference,
			{ decision, why: random.pick(decisionReasons[decision]), ...next },
			when
		);
	const joined = await decide('add to the open case');
	if (joined.outcome !== 'no open case') return;
	const by = daysAfter(today(when), daysToWatch);
	if (of > 1 && step >= 2) await decide('open a case', { does: random.pick(nextSteps), by });
	else if (random.chance(0.4)) await decide('no further action');
	else {
		await decide('keep watch', { by });
		await lookAgainAt(db, random, lead, reference, by, now);
	}
}

const daysToWatch = 14;

/** What was watched is looked at again when its day has come; what came due this week still waits. */
async function lookAgainAt(
	db: Database<'organisation'>,
	random: Random,
	lead: Staff,
	reference: string,
	by: string,
	now: Date
): Promise<void> {
	if (by > daysAfter(today(now), -3)) return;
	const why = random.pick(decisionReasons['no further action']);
	const at = new Date(`${by}T08:00:00Z`);
	await cases.lookAgain(db, lead, reference, { decision: 'no further action', why }, at);
}
