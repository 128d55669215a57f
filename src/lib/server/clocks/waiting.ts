import { deadlineOf, type Calendar, type Urgency } from '../school-days/index.ts';

/** By when a concern must have been read, and whether that is past. */
export const waits = (
	calendar: Calendar,
	urgency: Urgency,
	loggedAt: Date,
	at = new Date()
): { deadline: Date; late: boolean } => {
	const deadline = deadlineOf(calendar, urgency, loggedAt);
	return { deadline, late: at > deadline };
};
