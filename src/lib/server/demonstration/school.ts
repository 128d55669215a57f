import { findable, pupils as pupilTable } from '../pupils/index.ts';
import { households as householdTable } from '../households/index.ts';
import { staff as staffTable } from '../accounts/index.ts';
import { write, type Database } from '../db/index.ts';
import { givenNames, jobs, surnames } from './names.ts';
import type { Random } from './random.ts';

type NewPupil = typeof pupilTable.$inferInsert;

const pupilsInAll = 1_000;
const staffInAll = 60;
const years = [7, 8, 9, 10, 11, 12, 13];
const rowsAtOnce = 100;

/** The September in which the school year of a day began. */
export const schoolYearOf = (at: Date): number =>
	at.getUTCMonth() >= 8 ? at.getUTCFullYear() : at.getUTCFullYear() - 1;

/** A school's children, household by household: some alone, some with brothers and sisters at the school. */
export function inventPupils(random: Random, at: Date): NewPupil[] {
	const pupils: NewPupil[] = [];
	for (let household = 1; pupils.length < pupilsInAll; household += 1) {
		const surname = random.pick(surnames);
		const children = Math.min(childrenIn(random), pupilsInAll - pupils.length);
		const free = [...years];
		for (let child = 0; child < children; child += 1) {
			const [year = 7] = free.splice(random.below(free.length), 1);
			const own = child > 0 && random.chance(0.12) ? random.pick(surnames) : surname;
			pupils.push(
				inventPupil(random, at, { number: pupils.length + 1, household, year, surname: own })
			);
		}
	}
	return pupils;
}

const childrenIn = (random: Random): number =>
	random.chance(0.62) ? 1 : random.chance(0.75) ? 2 : 3;

function inventPupil(
	random: Random,
	at: Date,
	{
		number,
		household,
		year,
		surname
	}: { number: number; household: number; year: number; surname: string }
): NewPupil {
	const givenName = random.pick(givenNames);
	const form = `${year}${'ABCDEF'[random.below(6)]}`;
	// Born between 1 September and 31 August, so that the year group is the one of their age.
	const born = new Date(Date.UTC(schoolYearOf(at) - year - 5, 8, 1 + random.below(365)));
	return {
		id: `pupil-${String(number).padStart(4, '0')}`,
		admissionNumber: String(4000 + number),
		givenName,
		familyName: surname,
		bornOn: born.toISOString().slice(0, 10),
		year,
		form,
		householdId: `household-${String(household).padStart(4, '0')}`,
		findable: findable(`${givenName} ${surname} ${form} ${year}`)
	};
}

/** The adults of the school who have no account in the demonstration, but log concerns like any other. */
export const inventStaff = (random: Random, already: number) =>
	Array.from({ length: staffInAll - already }, (_, index) => ({
		id: `staff-${String(index + 1).padStart(2, '0')}`,
		name: `${random.pick(givenNames)} ${random.pick(surnames)}`,
		job: random.pick(jobs)
	}));

export async function keepSchool(
	db: Database<'organisation'>,
	pupils: NewPupil[],
	staff: { id: string; name: string; job: string }[]
): Promise<void> {
	const homes = [...new Set(pupils.map(({ householdId }) => householdId))].map((id) => ({ id }));
	await write(db, async (tx) => {
		await tx.insert(staffTable).values(staff);
		for (const some of inParts(homes)) await tx.insert(householdTable).values(some);
		for (const some of inParts(pupils)) await tx.insert(pupilTable).values(some);
	});
}

function* inParts<Item>(items: Item[]): Generator<Item[]> {
	for (let at = 0; at < items.length; at += rowsAtOnce) yield items.slice(at, at + rowsAtOnce);
}
