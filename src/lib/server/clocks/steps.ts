import { and, eq } from 'drizzle-orm';
import { daysAfter } from '../days.ts';
import type { Tx } from '../db/index.ts';
import type { Restrictable } from '../restrictions/index.ts';
import * as schoolDays from '../school-days/index.ts';
import type { Calendar } from '../school-days/index.ts';
import { escalations, type waitingFor } from './schema.ts';

/** Who leads, by their ids among the staff. */
export type Holders = {
	leads: readonly string[];
	deputies: readonly string[];
	heads: readonly string[];
	/** Who answers referrals, and who of them keeps the service; of a service alone. */
	workers?: readonly string[];
	managers?: readonly string[];
};

/** Something that has waited too long, and who is told of it. */
export type Step = {
	waits: (typeof waitingFor)[number];
	/** What waits, and since when where that can change: a new day is a new wait. */
	objectId: string;
	step: 'owner' | 'lead' | 'deputy' | 'head';
	to: readonly string[];
	/** The record that it is about; where it is restricted, only those who are named are told. */
	about: (Restrictable & { reference: string }) | undefined;
	says: string;
	urgent?: 'yes';
};

/** Finds, at a moment, what has waited too long. */
export type Look = (tx: Tx, calendar: Calendar, holders: Holders, at: Date) => Promise<Step[]>;

/** The leads; where there is none, the deputies, so that somebody hears. */
export const leading = ({ leads, deputies }: Holders): readonly string[] =>
	leads.length > 0 ? leads : deputies;

/**
 * What was to be done on a day was not. Its owner is told the day after, the others so many school days
 * later; all of them not before the school opens, since nobody is to be written to in the night.
 */
export const isTold = (calendar: Calendar, day: string, schoolDaysLater: number, at: Date) =>
	at >=
	schoolDays.openingOn(
		calendar,
		schoolDays.addSchoolDays(calendar, daysAfter(day, 1), schoolDaysLater)
	);

/** Whether a step was taken already. */
export async function isTaken(
	tx: Tx,
	{ waits, objectId, step }: Pick<Step, 'waits' | 'objectId' | 'step'>
): Promise<boolean> {
	const [before] = await tx
		.select({ at: escalations.at })
		.from(escalations)
		.where(
			and(
				eq(escalations.waits, waits),
				eq(escalations.objectId, objectId),
				eq(escalations.step, step)
			)
		);
	return before !== undefined;
}
