import type { Client, InStatement } from '@libsql/client';
import { ledgered } from './plain.ts';

// What the desk asks, as somebody would write it who had one school, one reader and no restricted record.

const inOneBatch = (client: Client, did: string, ...statements: InStatement[]) =>
	client.batch([...ledgered(did), ...statements], 'write');

export const findPupil = (client: Client, letters: string) =>
	inOneBatch(client, 'searched', {
		sql: `select id, given_name, family_name, year, form, born_on, left_on from pupils
			where instr(findable, ?) > 0 order by family_name, given_name, id limit 12`,
		args: [` ${letters}`]
	});

/** The case, its chronology, the brothers and sisters, and its readers; and the readings of what it tells. */
export const readCase = (client: Client, caseId: string) =>
	inOneBatch(
		client,
		'read',
		{
			sql: `insert into ledger (at, staff_id, session_id, did, object, object_id, hash)
				select ?, 'lead', 'bench', 'read', 'concern', about, '' from chronology
				where case_id = ? and kind = 'concern'`,
			args: [Date.now(), caseId]
		},
		{
			sql: `select cases.*, pupils.* from cases join pupils on pupils.id = cases.pupil_id where cases.id = ?`,
			args: [caseId]
		},
		{
			sql: `select chronology.*, staff.name, concerns.seen_or_heard, concerns.childs_words
				from chronology left join staff on staff.id = chronology.staff_id
				left join concerns on concerns.reference = chronology.about
				where case_id = ? order by at desc`,
			args: [caseId]
		},
		{
			sql: `select other.* from cases join pupils on pupils.id = cases.pupil_id
				join pupils other on other.household_id = pupils.household_id where cases.id = ?`,
			args: [caseId]
		},
		`select * from ledger where object_id = 'bench' and object = 'bench' order by number desc limit 200`
	);

/** As whole words where they are enough, as ours asks; otherwise as beginnings. */
const asMatch = (words: string, how: 'whole' | 'beginnings'): string =>
	words
		.split(' ')
		.map((word) => `"${word}"${how === 'whole' ? '' : ' *'}`)
		.join(' AND ');

// `cross join` keeps the order: without statistics SQLite would begin with every concern by its day.
const called = (words: string): string =>
	words
		.split(' ')
		.map(() => 'instr(p.findable, ?) > 0')
		.join(' and ');
const letters = (words: string): string[] => words.split(' ').map((word) => ` ${word}`);

const ofChildren = (words: string, and: string, ...args: string[]): InStatement => ({
	sql: `select c.reference, c.logged_at, c.seen_or_heard, p.given_name, p.family_name from pupils p
		cross join concern_pupils cp on cp.pupil_id = p.id cross join concerns c on c.id = cp.concern_id
		where ${called(words)} ${and} order by c.logged_at desc limit 50`,
	args: [...letters(words), ...args]
});

/** Both kinds that say the words, and the concerns and cases of the children who are called by them. */
export const search = (client: Client, words: string, how: 'whole' | 'beginnings') =>
	inOneBatch(
		client,
		'searched',
		{
			sql: `select w.says, object, coalesce(c.reference, k.reference), coalesce(c.logged_at, e.at),
					p.given_name, p.family_name
				from (select says, object, object_id from search_words where search_words match ?
					order by rowid desc limit 50) w
				left join concerns c on object = 'concern' and c.id = object_id
				left join concern_pupils cp on cp.concern_id = c.id
				left join chronology e on object = 'entry' and e.id = object_id
				left join cases k on k.id = e.case_id
				left join pupils p on p.id = coalesce(cp.pupil_id, k.pupil_id)`,
			args: [asMatch(words, how)]
		},
		ofChildren(words, ''),
		{
			sql: `select k.reference, k.opened_at, p.given_name, p.family_name from pupils p
				cross join cases k on k.pupil_id = p.id where ${called(words)} order by opened_at desc limit 50`,
			args: letters(words)
		}
	);

/**
 * The same of what one person wrote: read from the newest, since the index would have to be asked of everybody’s.
 * A word begins a text or follows a space.
 */
export function searchOwn(client: Client, words: string, staffId: string) {
	const each = words.split(' ');
	const saying = (text: string) =>
		each.map(() => `' ' || ${text} like '% ' || ? || '%'`).join(' and ');
	return inOneBatch(
		client,
		'searched',
		{
			sql: `select c.says, c.reference, c.logged_at, p.given_name, p.family_name from (
					select id, reference, logged_at,
						concat_ws(' ', seen_or_heard, childs_words, done_already, place) as says
					from concerns where logged_by = ? and (${saying('says')}
						or exists (select 1 from concern_additions where concern_id = concerns.id and ${saying('says')})
						or exists (select 1 from concern_marks where concern_id = concerns.id and ${saying('says')}))
					order by logged_at desc limit 50
				) c left join concern_pupils cp on cp.concern_id = c.id left join pupils p on p.id = cp.pupil_id`,
			args: [staffId, ...each, ...each, ...each]
		},
		ofChildren(words, 'and c.logged_by = ?', staffId)
	);
}

/** The same by the index, which is quicker where few say it. */
export const searchOwnRare = (client: Client, words: string, staffId: string) =>
	inOneBatch(
		client,
		'searched',
		{
			sql: `select search_words.says, c.reference, c.logged_at, p.given_name, p.family_name
				from search_words join concerns c on c.id = object_id
				left join concern_pupils cp on cp.concern_id = c.id left join pupils p on p.id = cp.pupil_id
				where search_words match ? and object = 'concern' and c.logged_by = ?
				order by search_words.rowid desc limit 50`,
			args: [asMatch(words, 'beginnings'), staffId]
		},
		ofChildren(words, 'and c.logged_by = ?', staffId)
	);

const soonest = `case urgency when 'immediate' then 0 when 'same day' then 1 else 2 end, logged_at`;
const listed = `select concerns.*, staff.name, triages.decided_at, p.given_name, p.family_name from concerns
	join staff on staff.id = concerns.logged_by left join triages on triages.concern_id = concerns.id
	left join concern_pupils cp on cp.concern_id = concerns.id left join pupils p on p.id = cp.pupil_id`;

export const untriaged = (client: Client, most: number) =>
	inOneBatch(client, 'listed', {
		sql: `${listed} where concerns.id in (
				select id from concerns where id in (select concern_id from concerns_waiting)
				order by ${soonest} limit ?
			) order by ${soonest}`,
		args: [most]
	});

export const loggedBy = (client: Client, staffId: string) =>
	inOneBatch(client, 'listed', {
		sql: `${listed} where logged_by = ? order by logged_at desc limit 20`,
		args: [staffId]
	});

// Each open case once with its newest entry: `cross join` and `materialized`, so that SQLite looks each up once.
const open = `with open as materialized (
	select cases.reference, opened_at, pupils.*,
		(select at from chronology where case_id = cases.id order by at desc limit 1) as newest
	from cases_open cross join cases on cases.id = cases_open.case_id
	join pupils on pupils.id = cases.pupil_id
) select * from open`;

export const openCases = (client: Client) =>
	inOneBatch(client, 'listed', `${open} order by newest desc`);

export const quiet = (client: Client, since: number) =>
	inOneBatch(client, 'listed', {
		sql: `${open} where newest < ? order by newest desc`,
		args: [since]
	});

export const due = (client: Client, until: string) =>
	inOneBatch(client, 'listed', {
		sql: `select actions.*, due_on, staff.name, cases.reference, given_name, family_name, form
			from actions_open join actions on actions.id = actions_open.action_id
			join cases on cases.id = actions_open.case_id join pupils on pupils.id = cases.pupil_id
			join staff on staff.id = actions_open.owner_id
			where due_on <= ? order by due_on, set_at limit 50`,
		args: [until]
	});

// A count is no record: it is in no ledger. That a restricted concern is not counted is the whole of the query.
export const countUntriaged = (client: Client) =>
	client.execute(
		`select count(*) from concerns where id in (select concern_id from concerns_waiting)
			and not exists (select 1 from restrictions where object = 'concern' and object_id = concerns.id)`
	);

/** What was sent and how it stands, in two questions. */
export const sent = (client: Client) =>
	inOneBatch(
		client,
		'listed',
		`select referrals.id, referrals.reference, recipient_name, sent_at, given_name, family_name, form,
				delivered_at
			from referrals join cases on cases.id = referrals.case_id
			join pupils on pupils.id = cases.pupil_id
			left join deliveries on deliveries.message_id = referrals.message_id order by sent_at desc`,
		'select referral_id, state from referral_events order by number'
	);

export const watched = (client: Client, until: string) =>
	inOneBatch(client, 'listed', {
		sql: `select c.id, c.reference, look_again_on, staff.name, p.given_name, p.family_name, p.form
			from concerns_watched w join concerns c on c.id = w.concern_id join staff on staff.id = w.owner_id
			left join concern_pupils cp on cp.concern_id = c.id left join pupils p on p.id = cp.pupil_id
			where look_again_on <= ? order by look_again_on limit 50`,
		args: [until]
	});

export const ownActions = (client: Client, staffId: string) =>
	inOneBatch(client, 'listed', {
		sql: `select actions.*, due_on, staff.name, cases.reference, given_name, family_name, form
			from actions_open join actions on actions.id = actions_open.action_id
			join cases on cases.id = actions_open.case_id join pupils on pupils.id = cases.pupil_id
			join staff on staff.id = actions_open.owner_id
			where owner_id = ? order by due_on, set_at limit 50`,
		args: [staffId]
	});

// What is one's own, or names nobody, is in no ledger.
export const unseen = (client: Client, staffId: string) =>
	client.execute({
		sql: `select id, says, about, at from notices where staff_id = ?
			and not exists (select 1 from notices_seen where notice_id = notices.id) order by at desc`,
		args: [staffId]
	});

export const begun = (client: Client, staffId: string, since: number) =>
	client.execute({
		sql: 'select form, saved_at from drafts where staff_id = ? and saved_at >= ? order by saved_at desc',
		args: [staffId, since]
	});

export const unread = (client: Client) =>
	client.execute(
		'select sender_id, received_at from incoming where problem is not null order by received_at desc limit 20'
	);

export const calendar = (client: Client) =>
	client.execute('select * from school_calendars order by number desc limit 1');

/** That the ledger can be written: tried, and taken back. */
export async function tried(client: Client): Promise<void> {
	const tx = await client.transaction('write');
	for (const statement of ledgered('tried')) await tx.execute(statement);
	await tx.rollback();
}
