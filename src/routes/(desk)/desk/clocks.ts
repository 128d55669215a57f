import * as clocks from '#lib/server/clocks/index.ts';
import type * as concerns from '#lib/server/concerns/index.ts';
import * as schoolDays from '#lib/server/school-days/index.ts';
import { signedIn } from '#lib/server/signed-in.ts';

/** What waits to be read, each with its clock: by when it must have been, and whether that is past. */
export async function withClocks(locals: App.Locals, waiting: concerns.Listed[], at: Date) {
	const calendar = await schoolDays.current(signedIn(locals).db);
	return waiting.map((one) => ({
		...one,
		clock: clocks.waits(calendar, one.urgency, one.loggedAt, at)
	}));
}
