import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import * as cases from '../cases/index.ts';
import { restricted } from '../restrictions/testing.ts';
import {
	aSchool,
	amal,
	bea,
	dee,
	later,
	logged,
	next,
	noon,
	proven,
	toldIn,
	una
} from '../testing.ts';
import * as concerns from './index.ts';

const open = { ...next, decision: 'open a case', why: 'It is.' } as const;
const lead = proven(dee, noon);
const ofIt = async (db: Awaited<ReturnType<typeof aSchool>>, reference: string, who: string) =>
	(await toldIn(db)).filter((told) => told.startsWith(who) && told.includes(reference));

test('an author hears that their concern was read, and that something came of it', async () => {
	const db = await aSchool();
	const reference = await logged(db, amal);
	const { caseReference = '' } = await cases.triage(db, lead, reference, open, noon);
	const [first] = (await cases.due(db, lead, '2027-01-01', noon)).map(({ id }) => id);
	const form = { ending: 'done', says: 'Met.', next: { does: 'Again', owner: '', by: next.by } };
	await cases.end(db, lead, first ?? '', form as never, noon);

	expect(caseReference).toMatch(/^K-/);
	expect(await ofIt(db, reference, 'amal')).toHaveLength(2);
});

test('an author who was left off a concern that only a few may know of hears nothing of it', async () => {
	const db = await aSchool();
	const reference = await logged(db, amal);
	await restricted(db, concerns.restrictable, reference, noon, [una.id]);

	expect((await cases.triage(db, lead, reference, open, noon)).outcome).toBe('decided');

	expect(await ofIt(db, reference, 'amal')).toEqual([]);
});

test('what is added is told to whoever decided, unless only a few others may know of it now', async () => {
	const db = await aSchool();
	const reference = await logged(db, bea);
	await cases.triage(db, dee, reference, { decision: 'no further action', why: 'Known.' }, noon);
	const add = () =>
		concerns.add(db, bea, reference, { key: randomUUID(), says: 'And then.' }, later(1));

	await add();
	expect(await ofIt(db, reference, 'dee')).toHaveLength(1);
});
