import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { noticing } from './index.ts';

const filled = {
	key: '6f1c4d1e-0d9c-4c55-9d6e-3f1d3f6b2a10',
	pupils: 'pupil-1',
	noticedDay: '10',
	noticedMonth: '11',
	noticedYear: '2026',
	noticedTime: '',
	place: 'By the gate',
	seenOrHeard: 'Would not take the coat off.',
	childsWords: '',
	notAskedBecause: 'The bus was waiting.',
	doneAlready: 'Nothing yet',
	urgency: 'same day'
};

const now = new Date('2026-11-10T12:00:00Z');

function read(form: Record<string, string>, at = now) {
	const result = v.safeParse(noticing(at), form);
	const problems = (result.issues ?? []).map((issue) => [v.getDotPath(issue), issue.message]);
	return { values: result.success ? result.output : undefined, problems };
}

const problemsOf = (different: Record<string, string>, at = now) =>
	read({ ...filled, ...different }, at).problems;

const on = (day: string, month: string, year = '2026') => ({
	noticedDay: day,
	noticedMonth: month,
	noticedYear: year
});

const noSuchDay = [['noticed', 'Write the day it was noticed, such as 9 11 2026']];
const notYet = [['noticed', 'The day it was noticed must be today or before']];

test('a whole form is taken, with its day written as one', () => {
	const { values, problems } = read(filled);

	expect(problems).toEqual([]);
	expect(values).toMatchObject({ noticedOn: '2026-11-10', place: 'By the gate', childsWords: '' });
	expect(Object.keys(values ?? {})).not.toContain('noticedDay');
});

describe('what is missing', () => {
	test.each([
		['pupils', 'Choose who it is about'],
		['seenOrHeard', 'Write what you saw or heard']
	])('%s is asked for in a sentence', (field, sentence) => {
		expect(problemsOf({ [field]: '' })).toEqual([[field, sentence]]);
	});

	test('urgency is asked for when no radio button was chosen, which the browser then leaves out', () => {
		const { urgency, ...rest } = filled;

		expect(read(rest).problems).toEqual([['urgency', 'Choose how soon somebody must read this']]);
		expect(problemsOf({ urgency: `${urgency} or so` })).toHaveLength(1);
	});

	test('is all said at once, the day among it', () => {
		expect(read({ key: filled.key }).problems.map(([field]) => field)).toEqual([
			'seenOrHeard',
			'urgency',
			'pupils',
			'childsWords',
			'noticed'
		]);
	});

	test('spaces are nothing', () => {
		expect(problemsOf({ seenOrHeard: ' \n\t ' })).toEqual([
			['seenOrHeard', 'Write what you saw or heard']
		]);
	});

	test('the time, the place and what was done may be', () => {
		const left = ['childsWords', 'noticedTime', 'place', 'doneAlready'];
		const rest = Object.entries(filled).filter(([field]) => !left.includes(field));

		expect(read(Object.fromEntries(rest)).values).toMatchObject({
			childsWords: '',
			noticedTime: '',
			place: '',
			doneAlready: ''
		});
	});

	test('a form without its key is opened again', () => {
		expect(problemsOf({ key: 'anything' })).toEqual([['key', 'Open the form again']]);
	});
});

describe('the day', () => {
	test.each([
		['31', '2'],
		['29', '2'],
		['31', '4'],
		['0', '1'],
		['32', '1'],
		['1', '13'],
		['1', '0'],
		['-1', '1'],
		['1.5', '1'],
		['ten', '1'],
		['', '1'],
		['1', '']
	])('%s of month %s is no day', (day, month) => {
		expect(problemsOf(on(day, month))).toEqual(noSuchDay);
	});

	test.each(['26', '', '20266', '1989'])('“%s” is no year', (year) => {
		expect(problemsOf(on('1', '1', year))).toEqual(noSuchDay);
	});

	test('29 February is a day in a leap year', () => {
		expect(read({ ...filled, ...on('29', '2', '2024') }).values?.noticedOn).toBe('2024-02-29');
	});

	test('zeros and spaces around the numbers do not matter', () => {
		expect(read({ ...filled, ...on(' 09 ', '03') }).values?.noticedOn).toBe('2026-03-09');
	});

	test('today is taken and tomorrow is refused', () => {
		expect(problemsOf(on('10', '11'))).toEqual([]);
		expect(problemsOf(on('11', '11'))).toEqual(notYet);
	});
});

describe('midnight is the school’s, in winter and in summer', () => {
	test.each([
		['an hour before midnight in winter', '2026-01-15T23:30:00Z', '15', '1', true],
		['an hour before midnight in winter', '2026-01-15T23:30:00Z', '16', '1', false],
		['half past midnight in summer', '2026-06-30T23:30:00Z', '1', '7', true],
		['half past midnight in summer', '2026-06-30T23:30:00Z', '2', '7', false],
		['the night before the clocks go forward', '2026-03-28T23:30:00Z', '29', '3', false],
		['the day the clocks go forward', '2026-03-29T00:30:00Z', '29', '3', true],
		['the night after the clocks went forward', '2026-03-29T23:30:00Z', '30', '3', true],
		['the night before the clocks go back', '2026-10-24T23:30:00Z', '25', '10', true],
		['the night after the clocks went back', '2026-10-25T23:30:00Z', '25', '10', true],
		['the night after the clocks went back', '2026-10-25T23:30:00Z', '26', '10', false]
	])('%s (%s): the day %s/%s is %s', (_when, at, day, month, taken) => {
		expect(problemsOf(on(day, month), new Date(at))).toEqual(taken ? [] : notYet);
	});
});

describe('the time', () => {
	test.each([
		['08:15', '08:15'],
		['8:15', '08:15'],
		[' 23:59 ', '23:59'],
		['0:00', '00:00']
	])('%s is %s', (typed, kept) => {
		expect(read({ ...filled, noticedTime: typed }).values?.noticedTime).toBe(kept);
	});

	test.each(['24:00', '8.15', '8:5', '815', '8:60', 'noon', '08:15:00', '8:15 pm'])(
		'%s is no time',
		(typed) => {
			expect(problemsOf({ noticedTime: typed })).toEqual([
				['noticedTime', 'Write the time as 08:15, or leave it empty']
			]);
		}
	);
});

describe('about an adult who works or volunteers here', () => {
	test.each(['no', 'yes'])('%s is taken', (aboutStaff) => {
		expect(read({ ...filled, aboutStaff }).values).toMatchObject({ aboutStaff });
	});

	test('what was left out is no yes, and anything else is asked again', () => {
		expect(read(filled).values?.aboutStaff).toBeUndefined();
		expect(problemsOf({ aboutStaff: 'on' })).toEqual([['aboutStaff', 'Choose no or yes']]);
	});
});

describe('how long a note may be', () => {
	test.each(['place', 'seenOrHeard', 'childsWords', 'doneAlready'])(
		'%s holds 20,000 letters and not one more',
		(field) => {
			expect(problemsOf({ [field]: 'x'.repeat(20_000) })).toEqual([]);
			expect(problemsOf({ [field]: 'x'.repeat(20_001) })).toEqual([
				[field, 'Keep this under 20,000 letters']
			]);
		}
	);
});

describe('the child’s own words', () => {
	const ask = 'Write the child’s own words, or say why they were not asked';

	test('are written, or it is said why they were not asked', () => {
		expect(problemsOf({ notAskedBecause: ' ' })).toEqual([['childsWords', ask]]);
		expect(problemsOf({ notAskedBecause: '', childsWords: 'You can tell.' })).toEqual([]);
	});

	test('stand alone: where there are some, nobody was not asked', () => {
		const said = { ...filled, childsWords: '“You can tell.”', notAskedBecause: 'x' };

		expect(read(said).values).toMatchObject({
			childsWords: '“You can tell.”',
			notAskedBecause: ''
		});
	});
});

describe('whom it is about', () => {
	const both = { ...filled, pupils: 'pupil-1\npupil-2' };

	test('may be several children, each with a part of their own', () => {
		const said = { ...both, 'part-pupil-1': 'harmed', 'part-pupil-2': 'may have harmed' };

		expect(read(said).values?.children).toEqual([
			{ id: 'pupil-1', part: 'harmed' },
			{ id: 'pupil-2', part: 'may have harmed' }
		]);
	});

	test('asks for the part of each when there is more than one, and of one alone it does not', () => {
		expect(read({ ...both, 'part-pupil-1': 'harmed' }).problems).toEqual([
			['part-pupil-2', 'Choose each child’s part in it']
		]);
		expect(read({ ...both, 'part-pupil-1': 'guilty', 'part-pupil-2': 'sibling' }).problems).toEqual(
			[['part-pupil-1', 'Choose each child’s part in it']]
		);
		expect(read(filled).values?.children).toEqual([{ id: 'pupil-1', part: null }]);
	});

	test('may be a child whom nobody could name', () => {
		const unknown = { pupils: '', unknownChild: 'A small boy in a green coat, by the bus.' };

		expect(problemsOf(unknown)).toEqual([]);
		expect(problemsOf({ ...unknown, unknownChild: ' ' })).toHaveLength(1);
	});

	test('the same child ticked twice is one child', () => {
		expect(read({ ...filled, pupils: 'pupil-1\npupil-1' }).values?.children).toHaveLength(1);
	});
});

describe('what it may be about', () => {
	test('is every box that was ticked, and no other', () => {
		const ticked = 'domestic abuse at home\nown substance use';

		expect(read({ ...filled, indicators: ticked }).values?.indicators).toEqual([
			'domestic abuse at home',
			'own substance use'
		]);
		expect(problemsOf({ indicators: 'the family' })).toHaveLength(1);
	});

	test.each([
		['askedHome', 'homeSaid', 'Write what they said about home'],
		['askedSubstances', 'substancesSaid', 'Write what they said about alcohol or drugs']
	])('%s is “not asked” until somebody says else, and an answer has words', (asked, said, ask) => {
		expect(read(filled).values).toMatchObject({ [asked]: 'not asked' });
		expect(problemsOf({ [asked]: 'answered' })).toEqual([[said, ask]]);
		expect(problemsOf({ [asked]: 'answered', [said]: 'No.' })).toEqual([]);
		expect(problemsOf({ [asked]: 'maybe' })).toHaveLength(1);
	});
});

describe('marks on the body', () => {
	test('are told one on a line, each where it is', () => {
		const said = {
			'mark-front-left-forearm': 'on',
			'says-front-left-forearm': 'Round, red.\n\nA second.'
		};

		expect(read({ ...filled, ...said }).values?.marks).toEqual([
			{ region: 'front-left-forearm', says: 'Round, red.' },
			{ region: 'front-left-forearm', says: 'A second.' }
		]);
	});

	test('that were ticked and not described are asked for', () => {
		expect(problemsOf({ 'mark-front-chest': 'on' })).toEqual([
			['says-front-chest', 'Describe the mark: chest, front']
		]);
	});
});
