import { expect, test } from 'vitest';
import * as cases from '../cases/index.ts';
import * as concerns from '../concerns/index.ts';
import * as referrals from '../referrals/index.ts';
import {
	amal,
	aSchool,
	aSchoolAndAService,
	caseOpened,
	dee,
	flo,
	later,
	logged,
	noon,
	opened,
	referred,
	sol,
	wren
} from '../testing.ts';
import { readersOf } from './index.ts';

test('readers are told by person and day, newest first, and how often that day', async () => {
	const db = await aSchool();
	const reference = await logged(db, amal);
	opened(await concerns.read(db, dee, reference, noon));
	opened(await concerns.read(db, dee, reference, later(1)));
	opened(await concerns.read(db, amal, reference, later(2)));
	opened(await concerns.read(db, dee, reference, later(24)));

	expect(await readersOf(db, 'concern', reference)).toEqual([
		{ name: dee.name, on: '2026-11-11', times: 1 },
		{ name: amal.name, on: '2026-11-10', times: 1 },
		{ name: dee.name, on: '2026-11-10', times: 2 }
	]);
});

test('a day is a day in London, in summer too', async () => {
	const db = await aSchool();
	const reference = await logged(db, amal);
	opened(await concerns.read(db, dee, reference, new Date('2026-07-01T23:30:00Z')));

	expect(await readersOf(db, 'concern', reference)).toMatchObject([{ on: '2026-07-02' }]);
});

test('whoever only asked, or read another record, is no reader', async () => {
	const db = await aSchool();
	const [one, other] = [await logged(db, amal), await logged(db, flo)];
	opened(await concerns.read(db, amal, other));
	opened(await concerns.read(db, flo, one));
	await concerns.untriaged(db, dee);

	expect((await readersOf(db, 'concern', one)).map(({ name }) => name)).toEqual([flo.name]);
	expect((await readersOf(db, 'concern', other)).map(({ name }) => name)).toEqual([]);
	expect(await readersOf(db, 'case', one)).toEqual([]);
});

test('a concern is read by whoever reads the case that tells it', async () => {
	const db = await aSchool();
	const reference = await caseOpened(db);
	const [about] = opened(await cases.read(db, dee, reference))?.chronology.flatMap(
		({ about }) => about ?? []
	) ?? [''];

	expect(await readersOf(db, 'concern', about ?? '')).toMatchObject([{ name: dee.name }]);
});

test('the lead sees who has read a concern, this reading among them; its author does not', async () => {
	const db = await aSchool();
	const reference = await logged(db, amal);

	expect(opened(await concerns.read(db, amal, reference))?.readers).toBeNull();
	expect(opened(await concerns.read(db, dee, reference))?.readers?.map(({ name }) => name)).toEqual(
		[dee.name, amal.name]
	);
});

test('a case and a referral say it to whoever may read them', async () => {
	const db = await aSchool();
	const reference = await referred(db);
	const sent = opened(await referrals.read(db, flo, reference));
	const read = opened(await cases.read(db, flo, sent?.caseReference ?? ''));

	expect(sent?.readers).toMatchObject([{ name: flo.name }]);
	expect(read?.readers).toMatchObject([{ name: flo.name }]);
	expect(opened(await cases.read(db, amal, read?.reference ?? ''))).toBeUndefined();
});

test('a service sees who of its own has read what it received, and the school’s readers stay at school', async () => {
	const { school, service, carry } = await aSchoolAndAService();
	const reference = await referred(school);
	opened(await referrals.read(school, dee, reference));
	await carry();

	await referrals.readReceived(service, wren, reference);
	const received = opened(await referrals.readReceived(service, sol, reference));

	expect(received?.readers.map(({ name }) => name).sort()).toEqual([sol.name, wren.name].sort());
});
