import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Client } from '@libsql/client';
import type { Staff } from '../../src/lib/server/access/index.ts';
import * as cases from '../../src/lib/server/cases/index.ts';
import { open, type Database } from '../../src/lib/server/db/index.ts';
import * as pupils from '../../src/lib/server/pupils/index.ts';
import * as search from '../../src/lib/server/search/index.ts';
import * as byHand from './desk-by-hand.ts';
import { busy, idOf, longest, now, ordinary, referenceOf } from './desk-filling.ts';
import { home } from './desk-home.ts';
import { medians, printMedians } from './measuring.ts';
import { openPlain } from './plain.ts';

const person = (id: string, role: 'lead' | 'teacher'): Staff => ({
	id,
	accountId: id,
	sessionId: 'bench',
	name: id,
	roles: [role],
	organisation: { id: 'bench', name: 'Bench', kind: 'school', demonstration: true },
	steppedUpAt: null
});
const lead = person('lead', 'lead');
const teacher = person(ordinary, 'teacher');
const writer = person(busy, 'teacher');

const minutes = (began: number): string =>
	`${((performance.now() - began) / 60_000).toFixed(1)} min`;

async function filled(folder: string) {
	const began = performance.now();
	const key = randomBytes(24).toString('base64url');
	const script = fileURLToPath(new URL('desk-fill.ts', import.meta.url));
	execFileSync(process.execPath, [script, folder, key], { stdio: 'inherit' });
	const file = join(folder, 'ours.db');
	const size = (statSync(file).size / 1e6).toFixed(0);
	console.log(`1,000,000 entries (${size} MB), written twice in ${minutes(began)}.\n`);
	return {
		db: await open('organisation', { url: `file:${file}`, key }),
		plain: await openPlain(join(folder, 'plain.db'))
	};
}

type Db = Database<'organisation'>;

/** Each act with the same by hand. The first lines are what issue D names. */
const measured = (db: Db, plain: Client) => [
	{
		name: 'find a pupil',
		ours: () => pupils.find(db, lead, 'thornb'),
		plain: () => byHand.findPupil(plain, 'thornb')
	},
	{
		name: `a chronology of ${longest} entries`,
		ours: () => cases.read(db, lead, referenceOf('K', 0)),
		plain: () => byHand.readCase(plain, idOf('case', 0))
	},
	...(
		[
			['a common word', 'teacher', 'whole'],
			['a common beginning', 'teach', 'beginnings'],
			['a rare word', 'cormorant', 'beginnings'],
			['two words', 'teacher lantern', 'whole'],
			['a name', 'thornbeck', 'beginnings']
		] as const
	).map(([name, words, how]) => ({
		name: `search: ${name}`,
		ours: () => search.search(db, lead, { words }),
		plain: () => byHand.search(plain, words, how)
	})),
	...(
		[
			[teacher, 'by one who wrote 100: common', 'teacher', byHand.searchOwn],
			[teacher, 'by one who wrote 100: rare', 'cormorant', byHand.searchOwnRare],
			[writer, 'by one who wrote 1,700: common', 'teacher', byHand.searchOwn],
			[writer, 'by one who wrote 1,700: between', 'lantern', byHand.searchOwn],
			[writer, 'by one who wrote 1,700: rare', 'cormorant', byHand.searchOwnRare]
		] as const
	).map(([staff, name, words, plainly]) => ({
		name: `search ${name}`,
		ours: () => search.search(db, staff, { words }),
		plain: () => plainly(plain, words, staff.id)
	})),
	{
		name: 'open cases',
		ours: () => cases.list(db, lead, now),
		plain: () => byHand.openCases(plain)
	},
	...home(db, plain, lead, teacher)
];

const folder = mkdtempSync(join(tmpdir(), 'waymark-desk-'));
try {
	const { db, plain } = await filled(folder);
	const read = await cases.read(db, lead, referenceOf('K', 0));
	if (!read || read === 'step up' || read.chronology.length !== longest)
		throw new Error(`The chronology is not ${longest} long`);
	const figures = [];
	for (const each of measured(db, plain)) figures.push(await medians(each));
	printMedians(figures);
	db.close();
	plain.close();
} finally {
	rmSync(folder, { recursive: true, force: true });
}
