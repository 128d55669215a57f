import { beforeEach, describe, expect, test } from 'vitest';
import { write, type Database } from '../db/index.ts';
import { freshDatabase } from '../db/testing.ts';
import { counter } from './counting.ts';
import { byMonth, helpCounts, noise } from './index.ts';
import { shrinks } from './noise.ts';

const topics = ['bullying', 'home', 'not-sure'];
const at = (day: string) => new Date(`${day}T12:00:00Z`);
let published: Database<'public'>;

beforeEach(async () => {
	published = await freshDatabase('public');
	return () => published.close();
});

const rows = () => published.select().from(helpCounts);

describe('the chance that is added', () => {
	const many = Array.from({ length: 40_000 }, noise);
	const mean = many.reduce((sum, each) => sum + each, 0) / many.length;

	test('is whole, and as often above nothing as below', () => {
		expect(many.every(Number.isInteger)).toBe(true);
		const above = many.filter((each) => each > 0).length;
		const below = many.filter((each) => each < 0).length;
		// Five standard deviations of a fair coin.
		expect(Math.abs(above - below)).toBeLessThan(5 * Math.sqrt(many.length));
		expect(Math.abs(mean)).toBeLessThan((5 * 8.7) / Math.sqrt(many.length));
	});

	test('has the spread that is said of it', () => {
		const variance = many.reduce((sum, each) => sum + (each - mean) ** 2, 0) / many.length;
		const told = (2 * shrinks) / (1 - shrinks) ** 2;

		expect(Math.sqrt(told)).toBeCloseTo(8.7, 1);
		expect(variance / told).toBeGreaterThan(0.9);
		expect(variance / told).toBeLessThan(1.1);
		const near = many.filter((each) => Math.abs(each) <= 4).length / many.length;
		expect(near).toBeGreaterThan(0.5);
		expect(near).toBeLessThan(0.55);
	});
});

describe('counting', () => {
	test('writes nothing of a day until it is over, and then a row for every topic', async () => {
		const { count, keep } = counter();
		for (let each = 0; each < 1_000; each += 1) count('home', at('2026-11-26'));
		await keep(published, topics, at('2026-11-26'));
		expect(await rows()).toEqual([]);

		await keep(published, topics, at('2026-11-27'));

		const written = await rows();
		expect(written.map(({ day, topic }) => `${day} ${topic}`).sort()).toEqual(
			topics.map((topic) => `2026-11-26 ${topic}`)
		);
		const home = written.find(({ topic }) => topic === 'home')?.count ?? 0;
		expect(Math.abs(home - 1_000)).toBeLessThan(200);
	});

	test('writes a day on which nobody came as well, so that a row says nothing', async () => {
		const { keep } = counter();
		await keep(published, topics, at('2026-11-26'));
		await keep(published, topics, at('2026-11-27'));

		expect(await published.$count(helpCounts)).toBe(topics.length);
	});

	test('goes by the day in the United Kingdom', async () => {
		const { count, keep } = counter();
		count('home', new Date('2026-07-14T23:30:00Z'));
		await keep(published, topics, at('2026-07-16'));

		expect([...new Set((await rows()).map(({ day }) => day))]).toEqual(['2026-07-15']);
	});

	test('at the end of a process writes today as well, and the next one adds to it', async () => {
		const before = counter();
		for (let each = 0; each < 1_000; each += 1) before.count('home', at('2026-11-26'));
		await before.keep(published, topics, at('2026-11-26'), { today: true });
		const after = counter();
		for (let each = 0; each < 1_000; each += 1) after.count('home', at('2026-11-26'));
		await after.keep(published, topics, at('2026-11-27'));

		expect(await published.$count(helpCounts)).toBe(topics.length);
		const home = (await rows()).find(({ topic }) => topic === 'home')?.count ?? 0;
		expect(Math.abs(home - 2_000)).toBeLessThan(300);
	});

	test('is written once: what was written is forgotten', async () => {
		const { count, keep } = counter();
		for (let each = 0; each < 1_000; each += 1) count('home', at('2026-11-26'));
		await keep(published, topics, at('2026-11-27'));
		await keep(published, topics, at('2026-11-27'));
		await keep(published, topics, at('2026-11-27'), { today: true });

		const home = (await rows()).find(({ day, topic }) => day === '2026-11-26' && topic === 'home');
		expect(Math.abs((home?.count ?? 0) - 1_000)).toBeLessThan(200);
	});
});

test('a partnership sees months and no day, and never less than nothing', async () => {
	const values = [
		{ day: '2026-10-30', topic: 'home', count: 5 },
		{ day: '2026-10-31', topic: 'home', count: 6 },
		{ day: '2026-11-01', topic: 'home', count: -4 },
		{ day: '2026-08-31', topic: 'home', count: 90 }
	];
	await write(published, (tx) => tx.insert(helpCounts).values(values));

	const found = await byMonth(published, '2026-09-01');

	expect(found.sort((one, other) => one.month.localeCompare(other.month))).toEqual([
		{ month: '2026-10', topic: 'home', count: 11 },
		{ month: '2026-11', topic: 'home', count: 0 }
	]);
});
