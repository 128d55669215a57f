import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { staff } from '../accounts/index.ts';
import { write } from '../db/index.ts';
import * as organisations from '../organisations/index.ts';
import { aHouse, amal, dee, later, noon } from '../testing.ts';
import * as box from './index.ts';

let house: Awaited<ReturnType<typeof aHouse>>;
let place: box.Place;
let release: () => void;

beforeEach(async () => {
	house = await aHouse();
	await organisations.add(house.house, { id: 'moss', name: 'Moss', kind: 'school' });
	const lease = await house.house.lease('moss');
	release = lease.release;
	place = { published: house.house.published, db: lease.db };
	await write(lease.db, (tx) =>
		tx.insert(staff).values([amal, dee].map(({ id, name }) => ({ id, name, job: 'teaches' })))
	);
});
afterEach(async () => {
	release();
	await house.end();
});

const week = 7 * 24;
const words = 'my dad hits me';

async function aBox() {
	const opening = { key: randomUUID(), className: 'Year 8, blue', lessonId: '' };
	const made = await box.openBox(place, amal, opening, noon);
	if (made === 'not found') throw new Error('A box was not opened in the test');
	await box.put(place.published, made.code, { key: randomUUID(), words }, noon);
	await box.closeBox(place, amal, made.id, noon);
	const read = await box.readBox(place, amal, made.id, noon);
	if (read === 'not found') throw new Error('A box was not shown in the test');
	return { ...made, number: read.questions[0]?.number ?? 0 };
}

const forget = async (hours: number) => {
	await box.forgetQuestions(place.published, later(hours));
	await box.forgetKeys(place.db, later(hours));
};

const left = async () => [
	...(await place.db.select().from(box.questionBoxes)),
	...(await place.db.select().from(box.questionHandlings)),
	...(await place.published.select().from(box.publicBoxes)),
	...(await place.published.select().from(box.sealedQuestions))
];

test('a box, its key, its questions and what was done about them are gone after seven days, and no sooner', async () => {
	const { id, number } = await aBox();
	await box.handle(
		place,
		amal,
		{ box: id, number },
		{ says: 'x', state: 'next time', leads: [] },
		noon
	);

	await forget(week - 1);
	expect(await left()).toHaveLength(4);
	expect(await box.readBox(place, amal, id, later(week - 1))).toMatchObject({ box: { id } });

	await forget(week);
	expect(await left()).toEqual([]);
});

test('a box whose week is over is shown to nobody, also before it is forgotten', async () => {
	const { id } = await aBox();

	expect(await box.readBox(place, amal, id, later(week))).toBe('not found');
	expect(await box.listBoxes(place, amal, later(week))).toEqual([]);
});

test('a newer box stays, and forgetting twice changes nothing', async () => {
	await aBox();
	const opening = { key: randomUUID(), className: 'Year 9', lessonId: '' };
	await box.openBox(place, amal, opening, later(1));

	for (let each = 0; each < 2; each += 1) await forget(week);

	expect(await place.db.select().from(box.questionBoxes)).toMatchObject([{ className: 'Year 9' }]);
});

test('what the lead was told outlives the box', async () => {
	const { id, number } = await aBox();
	await box.tellLead(place, amal, { box: id, number }, { note: '', leads: [dee.id] }, noon);

	await forget(week);

	expect(await left()).toEqual([]);
	expect(await box.listTold(place.db, dee, later(week))).toHaveLength(1);
	const [told] = await place.db.select().from(box.questionsTold);
	expect(await box.readTold(place.db, dee, told?.reference ?? '', later(week))).toMatchObject({
		words
	});
});

test('no file of the data folder holds the sealed words any more', async () => {
	const { code } = await aBox();
	const [sealed] = await place.published.select().from(box.sealedQuestions);
	const there = () => {
		const files = readdirSync(house.folder, { recursive: true, withFileTypes: true });
		return files
			.filter((file) => file.isFile())
			.map((file) => readFileSync(join(file.parentPath, file.name), 'latin1'))
			.filter((bytes) => bytes.includes(sealed?.sealed ?? code) || bytes.includes(code)).length;
	};
	expect(there()).toBeGreaterThan(0);

	await forget(week);

	expect(there()).toBe(0);
});
