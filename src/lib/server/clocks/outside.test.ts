import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { write } from '../db/index.ts';
import * as reports from '../reports/index.ts';
import { reportsReceived } from '../reports/schema.ts';
import { usual } from '../school-days/index.ts';
import { aSchool, dee, flo, later, noon, toldIn, una, wren } from '../testing.ts';
import { climb } from './index.ts';

const holders = { leads: [dee.id], deputies: [flo.id], heads: [una.id] };
const says = {
	...{
		childName: 'Robin',
		childBornOn: '',
		says: 'Seen alone.',
		childsWords: '',
		childKnows: 'No.'
	},
	...{ safeContact: 'In school.', urgency: 'same day' as const }
};

test('what is written from outside is told of at once, and climbs while nobody reads it', async () => {
	const db = await aSchool();
	const reference = 'W-2222-2222';
	const from = { senderId: wren.organisation.id, senderName: 'Lantern', writtenBy: wren.name };
	const row = { id: randomUUID(), reference, ...says, ...from, reach: '' };
	await write(db, (tx) =>
		tx.insert(reportsReceived).values({ ...row, sentAt: noon, receivedAt: noon })
	);

	expect(await climb(db, usual, holders, noon)).toBe(1);
	expect(await toldIn(db)).toEqual([
		'dee Somebody outside has written to you. It waits with what is to triage.'
	]);
	expect(await climb(db, usual, holders, later(24))).toBeGreaterThan(0);
	expect((await toldIn(db)).join()).toContain('flo What was written from outside');

	await reports.read(db, dee, reference, later(25));
	const told = await toldIn(db);
	await climb(db, usual, holders, later(240));
	const now = await toldIn(db);
	expect(now.filter((each) => each.includes('outside'))).toEqual(
		told.filter((each) => each.includes('outside'))
	);
});
