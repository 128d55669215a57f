import { eq, lt } from 'drizzle-orm';
import { concerns, concernsWatched } from '../concerns/index.ts';
import { today } from '../days.ts';
import { isTold, leading, type Look, type Step } from './steps.ts';

/** Concerns that somebody watches over and has not looked at again by the day: they are told, then the leads. */
export const notLookedAtAgain: Look = async (tx, calendar, holders, at) => {
	const late = await tx
		.select({
			id: concernsWatched.concernId,
			ownerId: concernsWatched.ownerId,
			day: concernsWatched.lookAgainOn,
			reference: concerns.reference
		})
		.from(concernsWatched)
		.innerJoin(concerns, eq(concerns.id, concernsWatched.concernId))
		.where(lt(concernsWatched.lookAgainOn, today(at)));
	return late.flatMap(({ id, ownerId, day, reference }) => {
		const step = {
			...({ waits: 'to be looked at again', objectId: `${id} ${day}` } as const),
			about: { object: 'concern', id, reference } as const
		};
		const steps: Step[] = [];
		if (isTold(calendar, day, 0, at))
			steps.push({
				...step,
				step: 'owner',
				to: [ownerId],
				says: 'The day is past on which you were to look at something again.'
			});
		if (isTold(calendar, day, 1, at))
			steps.push({
				...step,
				step: 'lead',
				to: leading(holders),
				says: 'The day is past on which somebody was to look at something again.'
			});
		return steps;
	});
};
