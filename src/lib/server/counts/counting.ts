import { may, type Staff } from '../access/index.ts';
import * as cases from '../cases/index.ts';
import * as concerns from '../concerns/index.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import { allTopics } from '../help/index.ts';
import * as helpCounts from '../help-counts/index.ts';
import * as ledger from '../ledger/index.ts';
import * as referrals from '../referrals/index.ts';
import { hidden, type Shown } from './hiding.ts';
import { monthInWords, monthsOf, schoolYearFrom } from './months.ts';

/** One list of counts, each with what it counts. */
export type Counted<Number = Shown> = {
	title: string;
	rows: { label: string; count: Number }[];
	/** It counts again what a list before it counted. The two have one total, and by it could be subtracted. */
	again?: true;
};

const act = 'see counts';

/**
 * How much there was and is in one's own organisation, in this school year: numbers and nothing else.
 *
 * They are exact for those who lead, who can open what is counted; everybody else sees no small number.
 * Restricted records are in no count. The look is written down. A partnership, which keeps no record of a
 * child, sees how often each topic of the help door was looked at, by months: from `published`, and nobody else.
 */
export async function see(
	db: Database<'organisation'>,
	staff: Staff,
	at = new Date(),
	published?: Database<'public'>
): Promise<{ exact: boolean; since: Date; counts: Counted[] } | 'not found'> {
	if (!may(staff, act)) {
		await ledger.recordRefusal(db, staff, act, at);
		return 'not found';
	}
	const since = schoolYearFrom(at);
	const exact = seesExactly(staff);
	const { kind } = staff.organisation;
	const looks = kind === 'partnership' && published ? await ofHelp(published, since) : [];
	const counts = await write(db, async (tx) => {
		await ledger.record(tx, staff, { did: 'listed', object: 'counts', id: 'of the year' }, at);
		return { school: ofSchool, service: ofService, partnership: ofPartnership }[kind](
			tx,
			staff,
			since,
			at
		);
	});
	return { exact, since, counts: [...(exact ? counts : withoutSmall(counts)), ...looks] };
}

/** Who leads where it is counted. Whoever has another role beside sees by the one that sees more. */
const seesExactly = (staff: Staff): boolean =>
	may(staff, 'list cases') || may(staff, 'list referrals received');

const withoutSmall = (counts: Counted<number>[]): Counted[] =>
	counts
		.filter(({ again }) => !again)
		.map(({ title, rows }) => ({
			title,
			rows: rows.map(({ label, count }) => ({ label, count: hidden(count) }))
		}));

type Counting = (tx: Tx, staff: Staff, since: Date, at: Date) => Promise<Counted<number>[]>;

const ofSchool: Counting = async (tx, staff, since, at) => {
	const { byMonth, waiting } = await concerns.counts(tx, staff, since, at);
	const sent = await referrals.countSent(tx, staff, since, at);
	return [
		{ title: 'Concerns written down', rows: monthsOf(since, at, byMonth) },
		{
			title: 'Now',
			rows: [
				{ label: 'Concerns waiting for a decision', count: waiting },
				{ label: 'Cases open', count: await cases.countOpen(tx, staff, at) }
			]
		},
		{ title: 'Referrals sent', rows: asRows(sent) }
	];
};

const ofService: Counting = async (tx, _staff, since, at) => {
	const { byMonth, standings } = await referrals.countReceived(tx, since);
	return [
		{ title: 'Referrals received', rows: monthsOf(since, at, byMonth) },
		{ title: 'How they stand', rows: asRows(standings), again: true }
	];
};

/** How often each topic was looked at, a list a month, the newest first. They have chance in them, and hide nobody. */
async function ofHelp(published: Database<'public'>, since: Date): Promise<Counted[]> {
	const found = await helpCounts.byMonth(published, since.toISOString().slice(0, 10));
	const months = [...new Set(found.map(({ month }) => month))].sort().reverse();
	return months.map((month) => ({
		title: `Help looked at, ${monthInWords(month)}`,
		rows: allTopics().map(({ id, label }) => ({
			label,
			count: found.find((row) => row.month === month && row.topic === id)?.count ?? 0
		}))
	}));
}

// A partnership's own database holds no record of any child.
const ofPartnership: Counting = async () => [];

const asRows = ({ waiting, accepted, declined, withdrawn }: referrals.Standings) => [
	{ label: 'Waiting for an answer', count: waiting },
	{ label: 'Accepted', count: accepted },
	{ label: 'Declined', count: declined },
	{ label: 'Withdrawn', count: withdrawn }
];
