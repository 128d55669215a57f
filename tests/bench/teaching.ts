// Times the report of teaching, and its CSV, for a school of 2,000 pupils: `npm run bench:teaching`.
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@libsql/client';
import type { Staff } from '../../src/lib/server/access/index.ts';
import { staff as adults } from '../../src/lib/server/accounts/index.ts';
import { open, write, type Database } from '../../src/lib/server/db/index.ts';
import { scheme as schemeOf } from '../../src/lib/server/demonstration/teaching.ts';
import * as teaching from '../../src/lib/server/teaching/index.ts';
import { medians } from './measuring.ts';
import { ledgered, openPlain } from './plain.ts';

const at = new Date('2026-11-28T12:00:00Z');
const schoolYears = [2024, 2025, 2026];
const years = [7, 8, 9, 10, 11, 12, 13];
// Of 2,000 pupils, with twenty-five in a class.
const classesInAll = 80;
const most = 1000;

const head: Staff = {
	...{ id: 'head', accountId: 'head', sessionId: 'bench', name: 'Head', roles: ['head'] },
	organisation: { id: 'bench', name: 'Bench', kind: 'school', demonstration: true },
	steppedUpAt: null
};

const scheme = schemeOf();

type Row<Table extends { $inferInsert: object }> = Table['$inferInsert'];

/** Every class of three years, each of which was given every lesson, by a plan, and was asked before and after. */
function invented() {
	const classes: Row<typeof teaching.taughtClasses>[] = schoolYears.flatMap((schoolYear) =>
		Array.from({ length: classesInAll }, (_, index) => ({
			...{ id: randomUUID(), schoolYear, year: years[index % years.length] ?? 7 },
			...{ label: `set ${index}`, known: `set${index}`, madeBy: head.id, at }
		}))
	);
	const plans: Row<typeof teaching.lessonPlans>[] = [];
	const given: Row<typeof teaching.lessonsGiven>[] = [];
	for (const { id: classId, schoolYear } of classes)
		for (const [index, { id: lessonId, ways }] of scheme.lessons.entries()) {
			const planId = randomUUID();
			const day = `${schoolYear}-11-${String((index % 27) + 1).padStart(2, '0')}`;
			const path = index % 5 === 0 ? 'short' : 'whole';
			plans.push({ id: planId, classId, lessonId, path, day, plannedBy: head.id, at });
			given.push({
				...{
					id: randomUUID(),
					planId,
					classId,
					lessonId,
					day,
					path,
					went: 'well',
					recordedBy: head.id
				},
				...{ cut: index % 7 === 0 ? 'A step' : '', codes: ways.whole.codes.join(' '), note: '', at }
			});
		}
	return { classes, plans, given };
}

function asked(classes: Row<typeof teaching.taughtClasses>[]) {
	const askings: Row<typeof teaching.classesAsked>[] = [];
	const answers: Row<typeof teaching.classAnswers>[] = [];
	for (const { id: classId, schoolYear, year } of classes) {
		const [before, after] = [randomUUID(), randomUUID()];
		for (const [id, beforeId] of [
			[before, undefined],
			[after, before]
		] as const) {
			const day = `${schoolYear}-11-09`;
			askings.push({ id, beforeId, classId, day, askedBy: head.id, at });
			for (const { id: item } of teaching.itemsFor(year))
				answers.push({ askedId: id, item, agree: 9, unsure: 5, disagree: beforeId ? 11 : 7 });
		}
	}
	return { askings, answers };
}

function* inParts<Item>(items: Item[], many = 200): Generator<Item[]> {
	for (let from = 0; from < items.length; from += many) yield items.slice(from, from + many);
}

async function fill(db: Database<'organisation'>): Promise<number> {
	const { classes, plans, given } = invented();
	const { askings, answers } = asked(classes);
	await write(db, (tx) => tx.insert(adults).values({ id: head.id, name: head.name, job: 'Head' }));
	const into = async <Item>(rows: Item[], insert: (part: Item[]) => Promise<unknown>) => {
		for (const part of inParts(rows)) await insert(part);
	};
	await into(classes, (part) => write(db, (tx) => tx.insert(teaching.taughtClasses).values(part)));
	await into(plans, (part) => write(db, (tx) => tx.insert(teaching.lessonPlans).values(part)));
	await into(given, (part) => write(db, (tx) => tx.insert(teaching.lessonsGiven).values(part)));
	await into(askings, (part) => write(db, (tx) => tx.insert(teaching.classesAsked).values(part)));
	await into(answers, (part) => write(db, (tx) => tx.insert(teaching.classAnswers).values(part)));
	return given.length;
}

const kept = [
	...['staff', 'ledger', 'taught_classes', 'lesson_plans', 'lesson_plans_off', 'lessons_given'],
	...['lessons_taken_back', 'classes_asked', 'class_answers', 'askings_taken_back']
];

/** The same tables, rows and indices in a file that is not encrypted. */
async function plainCopy(db: Database<'organisation'>, file: string): Promise<Client> {
	const plain = await openPlain(file);
	await plain.execute('pragma foreign_keys=off');
	const names = kept.map((name) => `'${name}'`).join(', ');
	const { rows: tables } = await db.run(
		`select sql from sqlite_schema where sql is not null and tbl_name in (${names})
			and type in ('table', 'index') order by type desc`
	);
	for (const { sql } of tables) await plain.execute(String(sql));
	for (const name of kept) {
		const { rows, columns } = await db.run(`select * from ${name}`);
		const sql = `insert into ${name} values (${columns.map(() => '?').join(', ')})`;
		const args = rows.map((row) => columns.map((_, index) => row[index] ?? null));
		for (const part of inParts(args))
			await plain.batch(
				part.map((each) => ({ sql, args: each })),
				'write'
			);
	}
	return plain;
}

/** The same rows by hand, and their entry in the ledger, with nothing made of them. */
const byHand = (client: Client) =>
	client.batch(
		[
			...ledgered('listed'),
			`select id, school_year, year, label from taught_classes order by year, label`,
			`select class_id, school_year, year, lesson_id, codes, path, cut from lessons_given
				join taught_classes on taught_classes.id = class_id
				left join lessons_taken_back on given_id = lessons_given.id where given_id is null`,
			`select class_id, year, classes_asked.id, before_id, day, item, agree, unsure, disagree
				from classes_asked join taught_classes on taught_classes.id = class_id
				left join class_answers on asked_id = classes_asked.id where school_year = 2026`
		],
		'write'
	);

const line = (cells: string[]): string =>
	cells.map((cell, index) => (index === 0 ? cell.padEnd(24) : cell.padStart(14))).join('');

const folder = mkdtempSync(join(tmpdir(), 'waymark-teaching-'));
try {
	const key = randomBytes(24).toString('base64url');
	const db = await open('organisation', { url: `file:${join(folder, 'ours.db')}`, key });
	const many = await fill(db);
	const plain = await plainCopy(db, join(folder, 'plain.db'));
	console.log(
		`${many.toLocaleString('en-GB')} lessons given to ${classesInAll} classes a year, over three years. At most ${most} ms.\n`
	);
	console.log(line(['', 'Waymark', 'plain libSQL', 'time taken', '']));
	let holds = true;
	for (const [name, ours] of [
		['the report', () => teaching.report(db, head, scheme, 2026, at)],
		['the report as CSV', () => teaching.exported(db, head, scheme, 2026, at)]
	] as const) {
		const took = await medians({ name, ours, plain: () => byHand(plain) });
		const isIn = took.ours <= most;
		holds &&= isIn;
		const ratio = `${(took.ours / took.plain).toFixed(2)} ×`;
		const cells = [`${took.ours.toFixed(0)} ms`, `${took.plain.toFixed(0)} ms`, ratio];
		console.log(line([name, ...cells, isIn ? 'holds' : 'TOO SLOW']));
	}
	if (!holds) throw new Error('The report of teaching takes longer than it may');
	db.close();
	plain.close();
} finally {
	rmSync(folder, { recursive: true, force: true });
}
