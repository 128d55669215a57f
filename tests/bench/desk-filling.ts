import { createHash } from 'node:crypto';
import type { Client, InValue } from '@libsql/client';
import { seeded } from '../../src/lib/server/demonstration/random.ts';
import { findable } from '../../src/lib/server/pupils/index.ts';

// A school's database with a million entries: more than a large school writes in a century of years like
// those that we know, and what issue D asks to be quick.
export const many = { concerns: 100_000, actions: 40_000, chronology: 860_000, pupils: 20_000 };
const [inCases, waiting, watched] = [60_000, 60, 30];
const cases = { all: 4_000, open: 300 };
// One adult for twenty pupils; one of them writes as much as sixteen others.
const staff = 1_000;
/** Somebody who wrote about 100 concerns, and somebody who wrote about 1,700. */
export const [ordinary, busy] = ['teacher-2', 'teacher-1'];
const busyShare = 1 / 60;

/** How many entries the case has that the bench reads. */
export const longest = 500;
const concernEvery = 14;

/** When the bench looks at its desk: a week after the newest entry. */
export const now = new Date('2026-11-27T09:00:00Z');
const began = Date.parse('2021-09-01T08:00:00Z');
const apart = Math.floor((Date.parse('2026-11-20T08:00:00Z') - began) / many.chronology);

export const idOf = (kind: string, index: number): string =>
	createHash('md5').update(`${kind} ${index}`).digest('hex');

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** A reference of our form that says its number. */
export function referenceOf(kind: 'C' | 'K' | 'R', index: number): string {
	let rest = index;
	let text = '';
	for (let place = 0; place < 8; place += 1) {
		text = letters.charAt(rest % 32) + text;
		rest = Math.floor(rest / 32);
	}
	return `${kind}-${text.slice(0, 4)}-${text.slice(4)}`;
}

const syllables = 'ba be do fa gi ho ka le mi no pa ri so tu va we'.split(' ');
const vocabulary = Array.from({ length: 4_000 }, (_, index) =>
	[index % 16, Math.floor(index / 16) % 16, Math.floor(index / 256), (index * 7) % 16]
		.map((at) => syllables[at])
		.join('')
);

/** Some words as people use them: a few again and again, most of them seldom. */
function speech() {
	const random = seeded(7);
	return (length: number, index: number): string => {
		const said = Array.from(
			{ length },
			() => vocabulary[Math.floor(vocabulary.length * (random.below(1_000_000) / 1_000_000) ** 3)]
		);
		// What the bench looks for: in three of ten, in one of twenty, and in one of 43,000.
		if (index % 10 < 3) said.push('teacher');
		if (index % 20 === 1) said.push('lantern');
		if (index % 43_000 === 5) said.push('cormorant');
		return `${said.join(' ')}.`;
	};
}

/** A day (`YYYY-MM-DD`) so many after the one on which the bench looks at its desk. */
export const dayAfterNow = (days: number): string =>
	new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);

/** Rows on their way into a table, so many at once as SQLite takes values in a statement. */
export class Rows {
	#rows: InValue[][] = [];
	readonly #into: string;
	readonly #columns: string[];
	readonly #client: Client;
	constructor(client: Client, into: string, columns: string) {
		[this.#client, this.#into, this.#columns] = [client, into, columns.split(' ')];
	}

	async add(...row: InValue[]): Promise<void> {
		this.#rows.push(row);
		if (this.#rows.length === 5_000) await this.end();
	}

	/** What is still on its way, in one transaction. */
	async end(): Promise<void> {
		const atOnce = 50;
		const one = `(${this.#columns.map(() => '?').join(', ')})`;
		const columns = this.#columns.map((column) => `"${column}"`).join(', ');
		const statements = [];
		for (let from = 0; from < this.#rows.length; from += atOnce) {
			const rows = this.#rows.slice(from, from + atOnce);
			const values = rows.map(() => one).join(', ');
			statements.push({
				sql: `insert into ${this.#into} (${columns}) values ${values}`,
				args: rows.flat()
			});
		}
		this.#rows = [];
		if (statements.length > 0) await this.#client.batch(statements, 'write');
	}
}

async function people(client: Client): Promise<void> {
	const adults = new Rows(client, 'staff', 'id name job');
	await adults.add('lead', 'Dee Thornbeck', 'Lead');
	for (let index = 0; index < staff; index += 1)
		await adults.add(`teacher-${index}`, `Teacher ${index}`, 'Teacher');
	await adults.end();
	const homes = new Rows(client, 'households', 'id');
	const homeCount = many.pupils / 2;
	for (let index = 0; index < homeCount; index += 1) await homes.add(idOf('home', index));
	await homes.end();
	const roll = new Rows(
		client,
		'pupils',
		'id admission_number given_name family_name born_on year form household_id findable'
	);
	const random = seeded(3);
	const name = (): string => {
		const word = random.pick(vocabulary);
		return word.charAt(0).toUpperCase() + word.slice(1);
	};
	for (let index = 0; index < many.pupils; index += 1) {
		const [given, family] = [name(), index % 500 === 7 ? 'Thornbeck' : name()];
		const year = 7 + random.below(7);
		const form = `${year}${random.pick(['A', 'B', 'C', 'D'])}`;
		await roll.add(
			...[idOf('pupil', index), String(10_000 + index), given, family],
			...[`${2019 - year}-03-01`, year, form, idOf('home', index % homeCount)],
			findable(`${given} ${family} ${form} ${year}`)
		);
	}
	await roll.end();
	const opened = new Rows(client, 'cases', 'id reference pupil_id opened_by opened_at');
	for (let index = 0; index < cases.all; index += 1)
		await opened.add(
			...[idOf('case', index), referenceOf('K', index), idOf('pupil', index), 'lead', began]
		);
	await opened.end();
}

/** Who wrote a concern: one in a thousand the lead. */
function author(random: ReturnType<typeof seeded>, index: number): string {
	const teacher = random.chance(busyShare) ? busy : `teacher-${random.below(staff)}`;
	return index % 1_000 === 17 ? 'lead' : teacher;
}

function concernRows(client: Client) {
	const says = speech();
	const random = seeded(5);
	const written = new Rows(
		client,
		'concerns',
		'id reference noticed_on noticed_time place seen_or_heard childs_words done_already urgency logged_by logged_at form_key'
	);
	const about = new Rows(client, 'concern_pupils', 'concern_id pupil_id');
	const decided = new Rows(
		client,
		'triages',
		'concern_id decision why decided_by decided_at owner_id look_again_on'
	);
	const marks = new Rows(client, 'concern_marks', 'id concern_id region says');
	const additions = new Rows(client, 'concern_additions', 'id concern_id says added_by added_at');
	const joined = new Rows(client, 'case_concerns', 'case_id concern_id');
	let count = 0;
	return {
		/** Writes the next concern, and gives its reference. */
		async write(pupil: number, at: number, inCase?: number): Promise<string> {
			const index = count;
			count += 1;
			const [id, reference] = [idOf('concern', index), referenceOf('C', index)];
			await written.add(
				...[id, reference, new Date(at).toISOString().slice(0, 10), '08:15', 'Corridor'],
				...[says(20, index), says(6, 9), says(4, 9), 'three school days'],
				...[author(random, index), at, idOf('form', index)]
			);
			await about.add(id, idOf('pupil', pupil));
			if (index % 15 === 4) await marks.add(idOf('mark', index), id, 'front-chest', says(4, 9));
			if (index % 10 === 3)
				await additions.add(idOf('addition', index), id, says(8, 9), 'lead', at);
			if (index < many.concerns - waiting - watched)
				await decided.add(
					...[id, inCase === undefined ? 'no further action' : 'open a case'],
					...['Because.', 'lead', at, null, null]
				);
			else if (index < many.concerns - waiting)
				await decided.add(
					id,
					'keep watch',
					'Because.',
					'lead',
					at,
					'lead',
					dayAfterNow(-index % 9)
				);
			if (inCase !== undefined) await joined.add(idOf('case', inCase), id);
			return reference;
		},
		async end() {
			for (const rows of [written, about, decided, joined, marks, additions]) await rows.end();
			return count;
		}
	};
}

/** Concerns and entries in the order of their days, as a school writes them. */
async function written(client: Client): Promise<void> {
	const says = speech();
	const random = seeded(11);
	const concerns = concernRows(client);
	const entries = new Rows(client, 'chronology', 'id case_id kind says about staff_id at');
	let [told, alone, ofTheLongest] = [0, 0, 0];
	let decision: { inCase: number; about: string } | undefined;
	for (let index = 0; index < many.chronology; index += 1) {
		const at = began + index * apart;
		const isLongest =
			ofTheLongest < longest && (decision ? decision.inCase === 0 : index % 1_700 === 2);
		const inCase = decision?.inCase ?? (isLongest ? 0 : 1 + random.below(cases.all - 1));
		if (inCase === 0) ofTheLongest += 1;
		const entry = async (kind: string, words: string, about: string | null = null) =>
			entries.add(...[idOf('entry', index), idOf('case', inCase), kind, words, about, 'lead', at]);
		if (decision) {
			await entry('decision', says(8, index), decision.about);
			decision = undefined;
		} else if (index % concernEvery < 2 && told < inCases && ofTheLongest < longest - 1) {
			const about = await concerns.write(inCase, at, inCase);
			told += 1;
			await entry('concern', '', about);
			decision = { inCase, about };
		} else await entry('fact', says(14, index));
		if (index % 21 === 0 && alone < many.concerns - inCases) {
			await concerns.write(random.below(many.pupils), at);
			alone += 1;
		}
	}
	await entries.end();
	const newest = began + many.chronology * apart;
	for (let rest = told + alone; rest < many.concerns; rest += 1)
		await concerns.write(random.below(many.pupils), newest);
	await concerns.end();
}

async function steps(client: Client): Promise<void> {
	const random = seeded(13);
	const set = new Rows(client, 'actions', 'id case_id does set_by set_at');
	const turns = new Rows(client, 'action_turns', 'action_id owner_id due_on why by at');
	const ends = new Rows(client, 'action_ends', 'action_id ending says by at');
	const open = (index: number) => index < cases.open;
	for (let index = 0; index < many.actions; index += 1) {
		const id = idOf('action', index);
		const inCase = open(index) ? index : random.below(cases.all);
		await set.add(id, idOf('case', inCase), 'Speak with the tutor.', 'lead', began);
	}
	await set.end();
	for (let index = 0; index < many.actions; index += 1) {
		const owner = index % 3 === 0 ? `teacher-${index % 50}` : 'lead';
		await turns.add(
			...[idOf('action', index), owner, dayAfterNow((index % 30) - 7), 'First.', 'lead', began]
		);
	}
	await turns.end();
	for (let index = cases.open; index < many.actions; index += 1)
		await ends.add(idOf('action', index), 'done', 'Done.', 'lead', began);
	await ends.end();
	const closed = new Rows(client, 'case_turns', 'case_id turn outcome voice voice_says why by at');
	for (let index = cases.open; index < cases.all; index += 1)
		await closed.add(
			...[idOf('case', index), 'closed', 'better', 'said', 'Better.', 'Done.', 'lead', began]
		);
	await closed.end();
}

/** Fills a database whose tables and triggers are there already: the same rows each time. */
export async function fillDesk(client: Client): Promise<void> {
	for (const pragma of ['synchronous=off', 'cache_size=-400000', 'foreign_keys=off'])
		await client.execute(`pragma ${pragma}`);
	await people(client);
	await written(client);
	await steps(client);
	await client.execute(`insert into search_words (search_words) values ('optimize')`);
	await client.execute('pragma wal_checkpoint(truncate)');
}
