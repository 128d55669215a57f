import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roles, type Role, type Staff } from '../access/index.ts';
import { aSchool, amal, as, bea, dee, flo, logged, nell } from '../testing.ts';
import * as concerns from './index.ts';

const people = [amal, bea, dee, flo, nell];

type Author = { who: number; pupil: number };

/** An organisation somebody made up: who holds which roles, and who logged what about whom. */
const organisation = fc.record({
	held: fc.array(fc.uniqueArray(fc.constantFrom<Role>(...roles), { maxLength: 3 }), {
		minLength: people.length,
		maxLength: people.length
	}),
	written: fc.array(
		fc.record<Author>({ who: fc.nat(people.length - 1), pupil: fc.integer({ min: 1, max: 4 }) }),
		{ maxLength: 6 }
	)
});

// The rule in other words than the code's: whoever leads sees all, an adult of the school their own.
const leads: Role[] = ['deputy', 'lead'];
const notices: Role[] = ['staff', 'teacher', 'pastoral', 'deputy', 'lead', 'head'];
const holds = ({ roles: held }: Staff, some: Role[]) => held.some((role) => some.includes(role));
const sees = (staff: Staff, author: string) =>
	holds(staff, leads) || (holds(staff, notices) && author === staff.id);

test('in any organisation, nobody’s lists hold what they may not read, and they read what is theirs', async () => {
	await fc.assert(
		fc.asyncProperty(organisation, async ({ held, written }) => {
			const db = await aSchool();
			const staff = people.map((person, index) => as(person, ...(held[index] ?? [])));
			const all = new Map<string, string>();
			for (const { who, pupil } of written) {
				const author = people[who] ?? amal;
				const reference = await logged(db, as(author, 'teacher'), { pupil: `pupil-${pupil}` });
				all.set(reference, author.id);
			}

			for (const person of staff) {
				const theirs = [...all].filter(([, author]) => sees(person, author)).map(([is]) => is);
				const read = new Set<string>();
				for (const reference of all.keys())
					if (await concerns.read(db, person, reference)) read.add(reference);
				expect([...read].sort()).toEqual([...theirs].sort());

				const own = await concerns.loggedBy(db, person);
				const waiting = await concerns.untriaged(db, person);
				for (const { reference } of [...own, ...waiting]) expect(read).toContain(reference);
				expect(own.every(({ reference }) => all.get(reference) === person.id)).toBe(true);
				expect(waiting).toHaveLength(holds(person, leads) ? all.size : 0);
				expect(await concerns.countUntriaged(db, person)).toBe(waiting.length);
			}
			db.close();
		}),
		{ numRuns: 40 }
	);
});
