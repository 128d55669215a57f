import { desc, eq } from 'drizzle-orm';
import * as v from 'valibot';
import { may, type Staff } from '../access/index.ts';
import { write, type Database } from '../db/index.ts';
import * as services from '../help-services/index.ts';
import * as ledger from '../ledger/index.ts';
import { helpChecks } from './schema.ts';

const act = 'check help services';

/** Where a check is kept, for every child who looks for help here, and where it is written down that it was made. */
export type Place = { published: Database<'public'>; db: Database<'organisation'> };

export const checking = v.pipe(
	v.object({
		/** Made with the empty form: the same form sent twice is one check. */
		key: v.pipe(v.string(), v.uuid()),
		service: v.pipe(v.optional(v.string(), ''), v.nonEmpty('Choose the service')),
		on: v.pipe(
			v.optional(v.string(), ''),
			v.trim(),
			v.check(services.isDay, 'Enter the day on which you looked, such as 2026-11-27')
		),
		found: v.picklist(['as shown', 'different'], 'Say what you found'),
		note: v.pipe(
			v.optional(v.string(), ''),
			v.trim(),
			v.maxLength(500, 'Say it in at most 500 letters')
		)
	}),
	v.forward(
		v.partialCheck(
			[['found'], ['note']],
			({ found, note }) => found !== 'different' || note !== '',
			'Say what is different'
		),
		['note']
	)
);

export type Checking = v.InferOutput<typeof checking>;

/**
 * Records that somebody looked at a service's own page. What was found as shown moves the dates after which it
 * must be looked at again, and is hidden. Nothing recorded is ever changed.
 */
export async function record(
	{ published, db }: Place,
	staff: Staff,
	{ key, service, on, found, note }: Checking,
	at = new Date()
): Promise<'recorded' | 'no such service' | 'not yet' | 'not found'> {
	if (!may(staff, act)) {
		await ledger.recordRefusal(db, staff, act, at);
		return 'not found';
	}
	if (!services.serviceById(service)) return 'no such service';
	if (on > services.ukTime(at).date) return 'not yet';

	if ((await published.$count(helpChecks, eq(helpChecks.id, key))) > 0) return 'recorded';
	const entry = { did: `checked: ${found}`, object: 'help service', id: service };
	await write(db, (tx) => ledger.record(tx, staff, entry, at));
	await write(published, (tx) =>
		tx
			.insert(helpChecks)
			.values({
				...{ id: key, serviceId: service, checkedOn: on, found, note },
				...{ checkedBy: staff.name, organisationName: staff.organisation.name, recordedAt: at }
			})
			.onConflictDoNothing()
	);
	return 'recorded';
}

/**
 * When a named person last found each service as it is shown, by its id. One that was found different since is
 * not among them: it is not confirmed any more.
 */
export async function latest(published: Database<'public'>): Promise<Map<string, string>> {
	const found = await published
		.select({ id: helpChecks.serviceId, on: helpChecks.checkedOn, found: helpChecks.found })
		.from(helpChecks)
		.orderBy(helpChecks.checkedOn, helpChecks.recordedAt);
	const newest = new Map(found.map((check) => [check.id, check]));
	return new Map(
		[...newest.values()].filter((check) => check.found === 'as shown').map(({ id, on }) => [id, on])
	);
}

/** A service as whoever keeps it sees it, with its newest check and whether it is due. */
export type Kept = services.Service & {
	freshness: services.Freshness;
	due: boolean;
	newest: { on: string; by: string; found: string; note: string } | undefined;
};

/**
 * Every service, the hidden ones with their reasons, those that are due first. Until a named person has
 * confirmed a service it is due, whatever its sources say.
 */
export async function list(
	{ published, db }: Place,
	staff: Staff,
	at = new Date()
): Promise<Kept[] | 'not found'> {
	if (!may(staff, act)) {
		await ledger.recordRefusal(db, staff, act, at);
		return 'not found';
	}
	const checks = await latest(published);
	const all = await published
		.select()
		.from(helpChecks)
		.orderBy(desc(helpChecks.checkedOn), desc(helpChecks.recordedAt));
	return services
		.every()
		.map((service) => {
			const known = services.freshness(service, at, checks);
			const last = all.find(({ serviceId }) => serviceId === service.id);
			return {
				...service,
				freshness: known,
				due: !known.checkedOn || known.is !== 'fresh',
				newest: last && {
					...{ on: last.checkedOn, found: last.found, note: last.note },
					by: `${last.checkedBy}, ${last.organisationName}`
				}
			};
		})
		.sort((one, other) => Number(other.due && other.show) - Number(one.due && one.show));
}
