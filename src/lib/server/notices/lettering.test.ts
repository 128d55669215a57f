import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { today } from '../days.ts';
import { write } from '../db/index.ts';
import { amal, aSchool, bea, later, noon } from '../testing.ts';
import * as notices from './index.ts';
import { ways } from './schema.ts';

type Db = Awaited<ReturnType<typeof aSchool>>;

const tell = (db: Db, at: Date, urgent?: 'yes') =>
	write(db, (tx) => notices.tell(tx, [amal.id], { says: 'Something waits.', urgent }, at));

test('whoever was told something and has not seen it is written to once, and nobody else', async () => {
	const db = await aSchool();
	await tell(db, noon);

	expect(await notices.toBeWrittenTo(db, later(1))).toEqual([amal.id]);
	await notices.wrote(db, amal.id, later(1));
	expect(await notices.toBeWrittenTo(db, later(2))).toEqual([]);
	await tell(db, later(3));
	expect(await notices.toBeWrittenTo(db, later(4))).toEqual([amal.id]);
});

test('what was seen meanwhile needs no letter', async () => {
	const db = await aSchool();
	await tell(db, noon);
	const [told] = await notices.unseen(db, amal);

	await notices.see(db, amal, told?.id ?? '', later(1));

	expect(await notices.toBeWrittenTo(db, later(2))).toEqual([]);
});

test('a setting is one’s own', async () => {
	const db = await aSchool();
	await notices.set(db, amal, { way: 'not by e-mail', mostADay: 1 });
	await tell(db, noon);

	expect(await notices.settingOf(db, amal)).toEqual({ way: 'not by e-mail', mostADay: 1 });
	expect(await notices.settingOf(db, bea)).toEqual(notices.usual);
	expect(await notices.toBeWrittenTo(db, later(1))).toEqual([]);
});

describe('once a day', () => {
	test('is at eight in the morning or after, and what is urgent does not wait for it', async () => {
		const db = await aSchool();
		await notices.set(db, amal, { way: 'once a day', mostADay: 2 });
		const six = new Date('2026-11-11T06:00:00Z');
		await tell(db, noon);
		await notices.wrote(db, amal.id, noon);
		await tell(db, later(1));

		expect(await notices.toBeWrittenTo(db, later(2))).toEqual([]);
		expect(await notices.toBeWrittenTo(db, six)).toEqual([]);
		expect(await notices.toBeWrittenTo(db, new Date('2026-11-11T08:00:00Z'))).toEqual([amal.id]);
		await tell(db, six, 'yes');
		expect(await notices.toBeWrittenTo(db, six)).toEqual([amal.id]);
	});
});

test('whatever is told and whenever, nobody has more letters in a day than their own setting allows', async () => {
	const hours = fc.array(
		fc.record({ hour: fc.nat(80), urgent: fc.constantFrom(undefined, 'yes' as const) }),
		{ maxLength: 40 }
	);
	await fc.assert(
		fc.asyncProperty(
			hours,
			fc.constantFrom(...ways),
			fc.integer({ min: 1, max: 4 }),
			async (told, way, mostADay) => {
				const db = await aSchool();
				await notices.set(db, amal, { way, mostADay });
				const sent = new Map<string, number>();
				for (const { hour, urgent } of told.sort((one, other) => one.hour - other.hour)) {
					await tell(db, later(hour), urgent);
					const now = later(hour + 0.1);
					for (const id of await notices.toBeWrittenTo(db, now)) {
						await notices.wrote(db, id, now);
						sent.set(today(now), (sent.get(today(now)) ?? 0) + 1);
					}
				}
				for (const many of sent.values()) expect(many).toBeLessThanOrEqual(mostADay);
				if (way === 'not by e-mail') expect(sent.size).toBe(0);
				db.close();
			}
		),
		{ numRuns: 40 }
	);
});
