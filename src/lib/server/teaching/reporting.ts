import type { Staff } from '../access/index.ts';
import { csvOf } from '../csv.ts';
import { today } from '../days.ts';
import { write, type Database, type Tx } from '../db/index.ts';
import * as ledger from '../ledger/index.ts';
import { classInWords, schoolYearInWords } from '#lib/classes.ts';
import { isRefused } from './allowing.ts';
import {
	coverageOf,
	leftOut,
	nextLessons,
	titleOf,
	type Cohort,
	type Covered,
	type Given
} from './covering.ts';
import { classesMet, givenUntil } from './given.ts';
import type { Code, Scheme } from './scheme.ts';
import { sequencesIn, type Sequence } from './sequences.ts';
import { settingsOf, type Settings } from './settings.ts';
import { schoolYearOf } from './years.ts';

const act = 'read the record of teaching';

type Lesson = { id: string; title: string };

/** What a year group has been taught: no note, nobody’s name, and no number of pupils but of those who answered. */
export type YearTaught = {
	year: number;
	/** How many classes it has, as far as they are written down here. */
	classes: number;
	/** How often a lesson was given in this school year. */
	given: number;
	lessons: (Lesson & { to: number })[];
	covered: Covered[];
	next: Lesson[];
	changes: { label: string; from: string; to: string; changes: Sequence['changes'] }[];
};

/** The record of teaching of a school year. */
export type Report = {
	schoolYear: number;
	/** Every school year that there is a record of, the newest first. */
	schoolYears: number[];
	years: YearTaught[];
	/** What of the guidance is not taught here, by part of school. */
	leftOut: Record<'primary' | 'secondary', { touched: Code[]; elsewhere: Code[] }>;
};

type Met = Awaited<ReturnType<typeof classesMet>>;
type All = {
	schoolYear: number;
	classes: Met;
	given: (Given & { year: number })[];
	sequences: Sequence[];
	settings: Settings;
};

async function readAll(tx: Tx, schoolYear: number): Promise<All> {
	return {
		schoolYear,
		classes: await classesMet(tx, schoolYear),
		given: await givenUntil(tx, schoolYear),
		sequences: await sequencesIn(tx, { schoolYear }),
		settings: await settingsOf(tx)
	};
}

/** A year group is one cohort: those in Year 9 now were in Year 8 a school year ago, in other classes. */
const isOfCohort =
	(schoolYear: number, year: number) =>
	(one: { schoolYear: number; year: number }): boolean =>
		one.year - one.schoolYear === year - schoolYear;

function ofYear(scheme: Scheme, all: All, year: number): YearTaught {
	const { schoolYear, settings } = all;
	const isTheirs = isOfCohort(schoolYear, year);
	const theirs = all.classes.filter(isTheirs);
	const cohort: Cohort = new Map(
		[...Map.groupBy(theirs, (one) => one.schoolYear)].map(([began, of]) => [
			began,
			of.map(({ id }) => id)
		])
	);
	const given = all.given.filter(isTheirs);
	const now = given.filter((one) => one.schoolYear === schoolYear);
	const byLesson = [...Map.groupBy(now, ({ lessonId }) => lessonId)];
	const own = theirs.filter((one) => one.schoolYear === schoolYear);
	return {
		year,
		classes: own.length,
		given: now.length,
		lessons: byLesson
			.map(([id, of]) => ({
				id,
				title: titleOf(scheme, id),
				to: new Set(of.map(({ classId }) => classId)).size
			}))
			.sort((one, other) => one.id.localeCompare(other.id)),
		covered: coverageOf(scheme, year, cohort, given),
		next: nextLessons(scheme, year, settings.yearsOf, cohort, given).map(({ id, title }) => ({
			id,
			title
		})),
		changes: all.sequences.flatMap(({ classId, before, after, changes }) => {
			const of = own.find(({ id }) => id === classId);
			return of && after ? [{ label: of.label, from: before.day, to: after.day, changes }] : [];
		})
	};
}

async function reported(
	db: Database<'organisation'>,
	staff: Staff,
	scheme: Scheme,
	did: 'listed' | 'exported',
	asked: number | undefined,
	at: Date
): Promise<Report | 'not found'> {
	if (await isRefused(db, staff, act, at)) return 'not found';
	const current = schoolYearOf(today(at));
	const schoolYear = asked ?? current;
	const all = await write(db, async (tx) => {
		const entry = { did, object: 'teaching', id: schoolYearInWords(schoolYear) };
		await ledger.record(tx, staff, entry, at);
		return { ...(await readAll(tx, schoolYear)), every: await classesMet(tx, current + 1) };
	});
	const years = new Set(
		all.classes.filter((one) => one.schoolYear === schoolYear).map(({ year }) => year)
	);
	return {
		schoolYear,
		schoolYears: [...new Set([current, ...all.every.map((one) => one.schoolYear)])].sort(
			(one, other) => other - one
		),
		years: [...years].sort((one, other) => one - other).map((year) => ofYear(scheme, all, year)),
		leftOut: { primary: leftOut(scheme, 6), secondary: leftOut(scheme, 7) }
	};
}

/**
 * What was taught to whom in a school year, by year group, for those who answer for it: this one, or the one that began
 * in the September that is asked for. The look is written down.
 */
export const report = (
	db: Database<'organisation'>,
	staff: Staff,
	scheme: Scheme,
	schoolYear?: number,
	at = new Date()
): Promise<Report | 'not found'> => reported(db, staff, scheme, 'listed', schoolYear, at);

/** The same as CSV, a line for each lesson, each core item, and each change. That it was taken away is written down. */
export async function exported(
	db: Database<'organisation'>,
	staff: Staff,
	scheme: Scheme,
	schoolYear?: number,
	at = new Date()
): Promise<string | 'not found'> {
	const found = await reported(db, staff, scheme, 'exported', schoolYear, at);
	if (found === 'not found') return found;
	const head = [
		'school year',
		'year group',
		'part',
		'which',
		'what it is',
		'how it stands',
		'from'
	];
	const began = schoolYearInWords(found.schoolYear);
	return csvOf(
		head,
		found.years.flatMap((one) =>
			[...lessonsIn(one), ...codesIn(one), ...changesIn(one)].map((cells) => [
				...[began, `Year ${one.year}`],
				...cells
			])
		)
	);
}

const classes = (many: number): string => (many === 1 ? '1 class' : `${many} classes`);

const lessonsIn = ({ lessons, classes: all }: YearTaught): string[][] =>
	lessons.map(({ id, title, to }) => [
		'lesson',
		id,
		title,
		`given to ${to} of ${classes(all)}`,
		''
	]);

const codesIn = ({ covered }: YearTaught): string[][] =>
	covered.map(({ code, gloss, reach, by }) => [
		'item of the guidance',
		code,
		gloss,
		reach,
		by.join(' ')
	]);

const changesIn = ({ year, changes }: YearTaught): string[][] =>
	changes.flatMap(({ label, changes: items }) =>
		items.map(({ item, change }) => [
			...['before and after', classInWords({ year, label }), `${item.hoped}: ${item.says}`],
			...(change.is === 'shown'
				? [
						`${change.ofTen[0]} before, ${change.ofTen[1]} after. ${change.says}`,
						`${change.answered[0]} before, ${change.answered[1]} after`
					]
				: ['fewer than five answered', ''])
		])
	);
