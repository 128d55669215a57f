import fc from 'fast-check';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../db/index.ts';
import { freshDatabase } from '../db/testing.ts';
import {
	acts,
	allows,
	isFresh,
	may,
	needsSecondFactor,
	needsStepUp,
	roles,
	whichOf,
	type Act,
	type Facts,
	type Role
} from './index.ts';

const me = 'me';

/** Everything that can be true of one record and one person. */
type Truth = {
	wrote: boolean;
	looksAfter: boolean;
	restricted: boolean;
	named: boolean;
	broke: boolean;
};

const ids = (held: boolean) => (held ? ['another', me] : ['another']);

const factsOf = ({ wrote, looksAfter, restricted, named, broke }: Truth): Facts => ({
	writtenBy: wrote ? me : 'another',
	lookedAfterBy: ids(looksAfter),
	restriction: restricted ? { named: ids(named), broken: ids(broke) } : null
});

const bit = (held: boolean) => sql.raw(held ? 'true' : 'false');

// Of a record that is not restricted nobody is named and no glass is broken: the conditions say so too.
const conditionsOf = ({ wrote, looksAfter, restricted, named, broke }: Truth) => ({
	wroteIt: bit(wrote),
	looksAfterThePupil: bit(looksAfter),
	isRestricted: bit(restricted),
	isNamed: bit(restricted && named),
	brokeTheGlass: bit(restricted && broke)
});

const every: Truth[] = Array.from({ length: 32 }, (_, bits) => ({
	wrote: Boolean(bits & 1),
	looksAfter: Boolean(bits & 2),
	restricted: Boolean(bits & 4),
	named: Boolean(bits & 8),
	broke: Boolean(bits & 16)
}));

let db: Database;
beforeAll(async () => void (db = await freshDatabase('public')));
afterAll(() => db.close());

const shown = async (held: Role[], act: Act, truth: Truth): Promise<boolean> => {
	const { rows } = await db.run(
		sql`select ${whichOf({ roles: held }, act, conditionsOf(truth))} as shown`
	);
	return Boolean(Object.values(rows[0] ?? {})[0]);
};

describe('the check of one record and the predicate of a list', () => {
	test.each(acts)('say the same of %s, whatever is true of the record', async (act) => {
		for (const role of roles)
			for (const truth of every)
				expect(await shown([role], act, truth), `${role} ${JSON.stringify(truth)}`).toBe(
					allows({ id: me, roles: [role] }, act, factsOf(truth))
				);
	});

	test('say the same for somebody of several roles', async () => {
		const several = fc.uniqueArray(fc.constantFrom(...roles), { maxLength: 5 });
		await fc.assert(
			fc.asyncProperty(
				several,
				fc.constantFrom(...acts),
				fc.constantFrom(...every),
				async (held, act, truth) => {
					const one = allows({ id: me, roles: held }, act, factsOf(truth));
					expect(await shown(held, act, truth)).toBe(one);
					expect(one).toBe(
						held.some((role) => allows({ id: me, roles: [role] }, act, factsOf(truth)))
					);
				}
			),
			{ numRuns: 300 }
		);
	});
});

// In other words than the code's, for the record that matters most.
describe('reading a concern', () => {
	const reads = (role: Role, truth: Truth) =>
		allows({ id: me, roles: [role] }, 'read a concern', factsOf(truth));
	const adult: Role[] = ['staff', 'teacher', 'pastoral', 'deputy', 'lead', 'head'];

	test.each(roles)('by a %s is allowed by the rule of need-to-know alone', (role) => {
		for (const truth of every) {
			const { wrote, looksAfter, restricted, named, broke } = truth;
			const ordinarily =
				(['lead', 'deputy'] as Role[]).includes(role) ||
				(adult.includes(role) && wrote) ||
				(role === 'pastoral' && looksAfter);
			const kept = (adult.includes(role) && named) || (['head', 'deputy'].includes(role) && broke);
			expect(reads(role, truth), JSON.stringify(truth)).toBe(restricted ? kept : ordinarily);
		}
	});

	test('that is restricted is nobody’s for having written it, or for leading, alone', () => {
		const truth = { wrote: true, looksAfter: true, restricted: true, named: false, broke: false };
		for (const role of roles) expect(reads(role, truth)).toBe(false);
	});
});

test('somebody without a role is shown nothing, and may do nothing', async () => {
	for (const act of acts) {
		expect(may({ roles: [] }, act)).toBe(false);
		for (const truth of every) {
			expect(allows({ id: me, roles: [] }, act, factsOf(truth))).toBe(false);
			expect(await shown([], act, truth)).toBe(false);
		}
	}
});

test('a record that nobody wrote is not written by somebody without an id', () => {
	const facts: Facts = { writtenBy: null, lookedAfterBy: [], restriction: null };
	expect(allows({ id: '', roles: ['teacher'] }, 'read a concern', facts)).toBe(false);
});

describe('a step-up', () => {
	const at = new Date('2026-11-10T12:00:00Z');
	const ago = (ms: number) => ({ steppedUpAt: new Date(at.getTime() - ms) });

	test('is fresh for ten minutes, to the millisecond', () => {
		expect(isFresh(ago(0), at)).toBe(true);
		expect(isFresh(ago(600_000), at)).toBe(true);
		expect(isFresh(ago(600_001), at)).toBe(false);
		expect(isFresh({ steppedUpAt: null }, at)).toBe(false);
	});

	test('is asked for by the acts that need one, when it is not fresh', () => {
		expect(needsStepUp(ago(600_001), 'sign the ledger', at)).toBe(true);
		expect(needsStepUp(ago(600_000), 'sign the ledger', at)).toBe(false);
		expect(needsStepUp({ steppedUpAt: null }, 'log a concern', at)).toBe(false);
		expect(needsStepUp({ steppedUpAt: null }, 'no such act' as Act, at)).toBe(true);
	});
});

test('a second factor is needed by every role that reads what is known of a child, and no other', () => {
	const needing = roles.filter((role) => needsSecondFactor({ roles: [role] }));
	expect([...needing].sort()).toEqual(
		['deputy', 'head', 'lead', 'manager', 'pastoral', 'staff', 'teacher', 'worker'].sort()
	);
	expect(needsSecondFactor({ roles: ['governor', 'teacher'] })).toBe(true);
	expect(needsSecondFactor({ roles: [] })).toBe(false);
});
