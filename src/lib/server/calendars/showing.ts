import ical, { ICalCalendarMethod } from 'ical-generator';
import * as accounts from '../accounts/index.ts';
import * as cases from '../cases/index.ts';
import type { House } from '../organisations/index.ts';
import { whoseIs } from './linking.ts';

const whoHasAny = ['staff', 'teacher', 'pastoral', 'deputy', 'lead', 'head'] as const;

/**
 * The calendar that a secret opens, as iCalendar (RFC 5545): one entry for each day on which its owner has
 * something to do, and how much. It names nobody and nothing. `undefined` for a secret that opens none, or
 * whose owner works here no more.
 */
export async function show(house: House, secret: string): Promise<string | undefined> {
	const whose = await whoseIs(house.platform, secret);
	if (!whose) return undefined;
	const { staffId, organisationId } = whose;
	const holders = await accounts.holdersOf(house.platform, organisationId, [...whoHasAny]);
	if (!holders.some((one) => one.staffId === staffId)) return undefined;
	const { db, release } = await house.lease(organisationId);
	try {
		return asCalendar(await cases.daysDue(db, staffId), house.config.origin);
	} finally {
		release();
	}
}

function asCalendar(days: { day: string; many: number }[], origin: URL): string {
	const calendar = ical({ name: 'Waymark', method: ICalCalendarMethod.PUBLISH, ttl: 60 * 60 });
	for (const { day, many } of days)
		calendar.createEvent({
			id: `${day}@waymark`,
			// Noon, so that no time zone makes another day of it.
			start: new Date(`${day}T12:00:00Z`),
			allDay: true,
			summary: many === 1 ? 'Something is due at the desk' : `${many} things are due at the desk`,
			url: new URL('/desk', origin).href
		});
	return calendar.toString();
}
