import { expect, test } from 'vitest';
import { write } from '../db/index.ts';
import { aSchool, amal, dee, flo, later, ledgerOf, logged, noon, next } from '../testing.ts';
import * as concerns from './index.ts';

const watch = { ...next, decision: 'keep watch', why: 'The tutor will look in.' } as const;
const nothing = { decision: 'no further action', why: 'A timetable had changed.' } as const;

test('a decision stands with who, when and why; a second is an answer and changes nothing', async () => {
	const db = await aSchool();
	const reference = await logged(db, amal);

	const outcomes = await write(db, async (tx) => {
		const concern = await concerns.look(tx, dee, 'triage a concern', reference, noon);
		if (!concern || concern === 'step up') throw new Error('The concern is not there in the test');
		return [
			await concerns.decide(tx, dee, concern, watch, later(1)),
			await concerns.decide(tx, flo, concern, nothing, later(2))
		];
	});

	expect(outcomes).toEqual(['decided', 'already decided']);
	expect(await concerns.read(db, flo, reference)).toMatchObject({
		decisions: [{ decision: watch.decision, why: watch.why, lookAgainOn: watch.by }],
		decidedBy: dee.name,
		decidedAt: later(1)
	});
	expect((await ledgerOf(db)).filter((entry) => entry.includes('decided'))).toEqual([
		`dee decided: keep watch concern ${reference}`
	]);
});
