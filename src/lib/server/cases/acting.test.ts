import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import * as concerns from '../concerns/index.ts';
import {
	amal,
	as,
	aSchool,
	bea,
	caseOpened,
	dee,
	flo,
	later,
	ledgerOf,
	logged,
	next,
	opened,
	proven,
	robin,
	rowan,
	toldIn
} from '../testing.ts';
import * as cases from './index.ts';

type Db = Awaited<ReturnType<typeof aSchool>>;

const actionsIn = async (db: Db, reference: string) =>
	opened(await cases.read(db, dee, reference, later(9)))?.actions ?? [];

const end = (does = '') => ({
	...({ ending: 'done', says: 'We met.' } as const),
	next: { does, owner: '', by: does ? '2026-12-02' : '' }
});

/** A case whose only action is Bea's, who does not lead. */
async function given(db: Db): Promise<{ reference: string; action: string }> {
	const reference = await caseOpened(db);
	const [first] = await actionsIn(db, reference);
	const form = { why: 'She knows him.', owner: bea.id, by: '2026-12-01' };
	await cases.move(db, dee, first?.id ?? '', form, later(2), [bea.id]);
	return { reference, action: first?.id ?? '' };
}

describe('an action', () => {
	test('of an open case that is its last ends only with another', async () => {
		const db = await aSchool();
		const reference = await caseOpened(db);
		const [only] = await actionsIn(db, reference);

		expect(await cases.end(db, dee, only?.id ?? '', end(), later(3))).toBe('needs a next step');
		expect(await cases.end(db, dee, only?.id ?? '', end('Meet again'), later(3))).toBe('ended');
		expect(await cases.end(db, dee, only?.id ?? '', end('Meet again'), later(3))).toBe(
			'ended already'
		);

		expect(await actionsIn(db, reference)).toMatchObject([{ does: 'Meet again', ownerId: dee.id }]);
	});

	test('that somebody ends who does not lead asks whoever set it what comes next', async () => {
		const db = await aSchool();
		const { reference, action } = await given(db);

		expect(await cases.end(db, bea, action, end(), later(3))).toBe('ended');

		expect(await actionsIn(db, reference)).toMatchObject([
			{ does: 'Decide what comes next', ownerId: dee.id, dueOn: '2026-11-13' }
		]);
	});

	test('is seen and ended by its owner and who leads, and is not there for anybody else', async () => {
		const db = await aSchool();
		const { action } = await given(db);

		expect(await cases.ownActions(db, bea, later(3))).toMatchObject([{ id: action }]);
		for (const who of [amal, as(bea, 'governor'), { ...bea, id: 'somebody' }]) {
			expect(await cases.end(db, who, action, end(), later(3))).toBe('not found');
			expect(await cases.readAction(db, who, action, later(3))).toBe('not found');
		}
		const form = { why: 'Hers.', owner: '', by: '2026-12-01' };
		expect(await cases.move(db, bea, action, form, later(3))).toBe('not found');
		expect((await ledgerOf(db)).at(-1)).toBe(`bea was not shown action ${action}`);
	});

	test('is nobody’s who may not own one', async () => {
		const db = await aSchool();
		const reference = await caseOpened(db);
		const form = { key: randomUUID(), does: 'Ring.', owner: amal.id, by: '2026-12-01' };

		expect(await cases.act(db, dee, reference, form, later(2), [flo.id])).toBe('not an owner');
		expect(
			await cases.act(db, dee, reference, { ...form, owner: flo.id }, later(2), [flo.id])
		).toBe('set');
		expect(
			await cases.act(db, dee, reference, { ...form, owner: flo.id }, later(2), [flo.id])
		).toBe('set');
		expect(await actionsIn(db, reference)).toHaveLength(2);
	});

	test('that is done is heard of, once, by who reported', async () => {
		const db = await aSchool();
		const reference = await caseOpened(db);
		const heard = async () =>
			(await toldIn(db)).filter((told) => told.includes('Something came of')).length;
		const [first] = await actionsIn(db, reference);

		await cases.end(db, dee, first?.id ?? '', end('Meet again'), later(3));
		expect(await heard()).toBe(1);
		const [second] = await actionsIn(db, reference);
		await cases.end(db, dee, second?.id ?? '', end('And again'), later(4));
		expect(await heard()).toBe(1);
	});
});

describe('what is watched', () => {
	const watch = { decision: 'keep watch', why: 'Wait.', by: '2026-11-20' } as const;

	test('is looked at again, and may be watched on', async () => {
		const db = await aSchool();
		const reference = await logged(db, amal);
		await cases.triage(db, dee, reference, watch, later(1));

		const on = { ...watch, by: '2026-12-10' };
		expect((await cases.lookAgain(db, flo, reference, on, later(2))).outcome).toBe('decided');

		const watched = await concerns.watchedUntil(db, dee, '2026-12-31', later(3));
		expect(watched).toMatchObject([{ reference, lookAgainOn: '2026-12-10', owner: flo.name }]);
		const over = { decision: 'no further action', why: 'It is over.' } as const;
		await cases.lookAgain(db, dee, reference, over, later(4));
		expect(await concerns.watchedUntil(db, dee, '2026-12-31', later(5))).toEqual([]);
	});

	test('keeps why nobody was referred, and is decided once by a form sent twice', async () => {
		const db = await aSchool();
		const reference = await logged(db, amal);
		await cases.triage(db, dee, reference, watch, later(1));
		const on = { ...watch, by: '2026-12-10', whyNotReferred: 'She asked us to wait.' };

		for (const hour of [2, 3])
			expect((await cases.lookAgain(db, dee, reference, on, later(hour))).outcome).toBe('decided');

		const read = opened(await concerns.read(db, dee, reference, later(4)));
		expect(read?.decisions).toHaveLength(2);
		expect(read?.decisions?.at(-1)?.whyNotReferred).toBe('She asked us to wait.');
	});

	test('and what is to be done goes to somebody else, all of it, before its owner leaves', async () => {
		const db = await aSchool();
		await caseOpened(db);
		const reference = await logged(db, amal, { pupil: rowan.id });
		await cases.triage(db, dee, reference, watch, later(1));
		const lead = proven(flo, later(2));

		const form = { owner: flo.id, why: 'She is leaving.' };
		expect(await cases.handOver(db, lead, dee.id, form, later(2), [flo.id])).toBe('handed over');

		const pack = await cases.ownedBy(db, lead, dee.id, later(2));
		expect(pack).toEqual({ actions: [], watched: [], unseen: 0 });
		expect(await concerns.watchedUntil(db, flo, '2026-12-31', later(3))).toMatchObject([
			{ reference, owner: flo.name }
		]);
		expect(await cases.handOver(db, as(lead, 'teacher'), dee.id, form, later(2), [flo.id])).toBe(
			'not found'
		);
	});
});

describe('a concern about several children', () => {
	test('goes into the case of each who was chosen, and of nobody else', async () => {
		const db = await aSchool();
		const children = [
			{ id: robin.id, part: 'harmed' },
			{ id: rowan.id, part: 'may have harmed' }
		] as const;
		const reference = await logged(db, amal, { children: [...children] });
		const open = { ...next, decision: 'open a case', why: 'He needs somebody.' } as const;

		expect((await cases.triage(db, dee, reference, open, later(1))).outcome).toBe(
			'no child chosen'
		);
		await cases.triage(db, dee, reference, { ...open, children: [robin.id] }, later(1));

		expect(await cases.caseFor(db, dee, robin.id, later(2))).toMatchObject({ open: true });
		expect(await cases.caseFor(db, dee, rowan.id, later(2))).toBeUndefined();
	});

	test('that was about another child is told in that child’s case, and in the first no more', async () => {
		const db = await aSchool();
		const first = await caseOpened(db);
		const told = opened(await cases.read(db, dee, first))?.chronology ?? [];
		const reference = told.find(({ kind }) => kind === 'concern')?.about ?? '';
		const form = {
			wrong: robin.id,
			right: rowan.id,
			part: '',
			why: 'The coat was Rowan’s.'
		} as const;

		for (const hour of [3, 4])
			expect(await cases.correct(db, dee, reference, form, later(hour))).toBe('corrected');
		expect(opened(await concerns.read(db, dee, reference))?.corrections).toHaveLength(1);

		const before = JSON.stringify(opened(await cases.read(db, dee, first)));
		expect(before).not.toContain('Would not take the coat off.');
		expect(before).toContain('was about another child');
		const { reference: second = '' } = (await cases.caseFor(db, dee, rowan.id, later(4))) ?? {};
		const after = opened(await cases.read(db, dee, second));
		expect(JSON.stringify(after)).toContain('Would not take the coat off.');
		expect(after?.actions).toHaveLength(1);
		expect(await ledgerOf(db)).toEqual(
			expect.arrayContaining([
				`dee was not meant by ${reference} pupil ${robin.id}`,
				`dee was meant by ${reference} pupil ${rowan.id}`
			])
		);
	});

	test('that says the same as another goes where that one goes, and both are kept', async () => {
		const db = await aSchool();
		const [one, other] = [await logged(db, amal), await logged(db, bea)];
		const same = { decision: 'the same as another', why: 'Both saw it.', sameAs: one } as const;

		expect((await cases.triage(db, dee, other, same, later(1))).outcome).toBe('decided');
		const open = { ...next, decision: 'open a case', why: 'Twice seen.' } as const;
		const { caseReference = '' } = await cases.triage(db, dee, one, open, later(2));

		const told = opened(await cases.read(db, dee, caseReference))?.chronology ?? [];
		expect(told.filter(({ kind }) => kind === 'concern').map(({ about }) => about)).toEqual(
			expect.arrayContaining([one, other])
		);
		expect(await concerns.read(db, bea, other)).toMatchObject({ reference: other });
		const elsewhere = await logged(db, amal, { pupil: rowan.id });
		expect((await cases.triage(db, dee, elsewhere, same, later(3))).outcome).toBe(
			'no such concern'
		);
	});
});
