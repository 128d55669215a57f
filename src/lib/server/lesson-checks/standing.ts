import type { Published } from '../lessons/index.ts';
import type { lessonChecks, lessonCheckWithdrawals } from './schema.ts';

/** What of a lesson decides whether it may be presented. */
export type Checkable = Pick<Published, 'id' | 'level' | 'review' | 'digest'>;

type Withdrawal = Pick<typeof lessonCheckWithdrawals.$inferSelect, 'why' | 'by' | 'at'>;

/** A check with its withdrawal, if there was one. */
export type Check = typeof lessonChecks.$inferSelect & { withdrawn: Withdrawal | undefined };

/**
 * How this school stands to a lesson by its checks, the oldest first. A check is of the words that were read: of
 * words that changed since, it says only that there was one.
 */
export type Standing =
	{ is: 'checked' | 'changed since'; check: Check } | { is: 'withdrawn' | 'not checked' };

export function standingOf({ digest }: Pick<Checkable, 'digest'>, checks: Check[]): Standing {
	const holding = checks.filter(({ withdrawn }) => !withdrawn);
	const current = holding.findLast((check) => check.digest === digest);
	if (current) return { is: 'checked', check: current };
	const earlier = holding.at(-1);
	if (earlier) return { is: 'changed since', check: earlier };
	return { is: checks.length > 0 ? 'withdrawn' : 'not checked' };
}

/** Whether a lesson may be presented to a class, or why not, in a sentence; and at which level it is taught. */
export type Presentable = { level: Checkable['level'] } & (
	{ may: true; by: 'a specialist and a teacher' | 'the school' } | { may: false; why: string }
);

const whyNot = {
	'not checked':
		'It is drafted and no specialist has checked it. Somebody at your school reads it whole first, and puts their name to it.',
	'changed since':
		'It has changed since your school checked it. Somebody reads it whole again, and puts their name to it.',
	withdrawn:
		'Your school’s check of it was withdrawn. Somebody reads it whole again, and puts their name to it.'
};

/** A lesson that a specialist and a teacher checked may be presented; a drafted one by the school’s own check alone. */
export function presentable({ level, review }: Checkable, { is }: Standing): Presentable {
	if (review.status === 'checked') return { level, may: true, by: 'a specialist and a teacher' };
	if (is === 'checked') return { level, may: true, by: 'the school' };
	return { level, may: false, why: whyNot[is] };
}
