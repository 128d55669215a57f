import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import * as concerns from '../concerns/index.ts';
import type { Organisation } from '../organisations/index.ts';
import {
	amal,
	aSchoolAndAService,
	dee,
	everythingIn,
	flo,
	later,
	ledgerOf,
	noon,
	opened,
	robin,
	una,
	wren
} from '../testing.ts';
import * as reports from './index.ts';

const mosshowe = dee.organisation as Organisation;

const form = (different = {}) => ({
	key: randomUUID(),
	childName: 'Robin M.',
	childBornOn: '',
	says: 'Came to us twice this week and did not want to go home.',
	childsWords: 'It is loud there.',
	childKnows: 'Knows, and asked us to write.',
	safeContact: 'In school, not by telephone.',
	urgency: 'same day' as const,
	...different
});

let road: Awaited<ReturnType<typeof aSchoolAndAService>>;
beforeEach(async () => {
	road = await aSchoolAndAService();
});

const looked = { says: 'By every spelling, and with the office.' };

async function written(): Promise<string> {
	const outcome = await reports.send(road.service, wren, mosshowe, form(), noon);
	if (outcome === 'not found') throw new Error('Nothing was written in the test');
	await road.carry();
	return outcome.reference;
}
const stateThere = async () => (await reports.written(road.service, wren, later(9)))[0]?.state;

describe('what a service writes to a school', () => {
	test('arrives once, is read, and is taken in as a concern in its own words', async () => {
		const reference = await written();
		expect(await stateThere()).toBe('sent');
		expect(await reports.waiting(road.school, dee, later(1))).toMatchObject([{ reference }]);

		expect(await reports.read(road.school, dee, reference, later(1))).toMatchObject({
			childName: 'Robin M.',
			decided: undefined
		});
		await road.carry();
		expect(await stateThere()).toBe('read');

		const taken = await reports.takeIn(road.school, dee, reference, robin.id, later(2));
		if (typeof taken === 'string') throw new Error(taken);
		await road.carry();
		expect(await stateThere()).toBe('taken in');
		expect(await reports.waiting(road.school, dee, later(3))).toEqual([]);
		const concern = opened(await concerns.read(road.school, dee, taken.concern, later(3)));
		expect(concern).toMatchObject({
			seenOrHeard: 'Came to us twice this week and did not want to go home.',
			childsWords: 'It is loud there.',
			urgency: 'same day'
		});
	});

	test('tells its sender nothing of a concern, a pupil or who decided', async () => {
		const reference = await written();
		await reports.read(road.school, dee, reference, later(1));
		const taken = await reports.takeIn(road.school, dee, reference, robin.id, later(2));
		await road.carry();

		const known = JSON.stringify(await everythingIn(road.service));
		expect(known).not.toContain('Mossgate');
		expect(known).not.toContain(dee.name);
		expect(known).not.toContain((taken as { concern: string }).concern);
	});

	test('is taken in once', async () => {
		const reference = await written();
		const take = (who = dee, hour = 1) =>
			reports.takeIn(road.school, who, reference, robin.id, later(hour));

		const [once, twice] = await Promise.all([take(), take()]);
		expect(once).toEqual({ concern: expect.stringMatching(/^C-/) });
		expect(twice).toEqual(once);
		expect(await take(flo, 2)).toBe('not from here');
		expect(await reports.turnAway(road.school, dee, reference, looked, later(2))).toBe(
			'not from here'
		);
		expect(await concerns.countUntriaged(road.school, dee, later(2))).toBe(1);
	});

	test('is turned away where the school has no such child', async () => {
		const reference = await written();
		const turn = () => reports.turnAway(road.school, dee, reference, looked, later(1));
		expect(await Promise.all([turn(), turn()])).toEqual(['answered', 'answered']);
		expect(await reports.read(road.school, flo, reference, later(2))).toMatchObject({
			decided: { state: 'no child of ours', by: dee.name, says: looked.says }
		});
		await road.carry();
		expect(await stateThere()).toBe('no child of ours');
		expect(JSON.stringify(await everythingIn(road.service))).not.toContain(looked.says);
	});

	test('is one report when its form is sent twice', async () => {
		const twice = form();
		const one = await reports.send(road.service, wren, mosshowe, twice, noon);
		const other = await reports.send(road.service, wren, mosshowe, twice, noon);
		expect(other).toEqual(one);
		await road.carry();
		expect(await reports.waiting(road.school, dee, later(1))).toHaveLength(1);
	});

	test('is opened, taken in and turned away by nobody but who leads', async () => {
		const reference = await written();
		for (const who of [amal, una]) {
			const before = await everythingIn(road.school);
			expect(await reports.read(road.school, who, reference, later(1))).toBeUndefined();
			expect(await reports.waiting(road.school, who, later(1))).toEqual([]);
			expect(await reports.takeIn(road.school, who, reference, robin.id, later(1))).toBe(
				'not found'
			);
			expect(await reports.turnAway(road.school, who, reference, looked, later(1))).toBe(
				'not found'
			);
			expect(await everythingIn(road.school)).toEqual(before);
		}
		expect(await ledgerOf(road.school)).toContain(`amal was not shown report ${reference}`);
	});

	test('is not written from a school, nor to a service', async () => {
		expect(await reports.send(road.school, dee, mosshowe, form(), noon)).toBe('not found');
		const service = wren.organisation as Organisation;
		expect(await reports.send(road.service, wren, service, form(), noon)).toBe('not found');
	});
});
