import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Database } from '../db/index.ts';
import { listsOf } from './lists.ts';
import { ownServices } from './own/schema.ts';
import { services } from './schema.ts';

export type Service = typeof services.$inferSelect;
type Own = typeof ownServices.$inferSelect;

type ListNames = 'needs' | 'audiences' | 'areas' | 'languages' | 'places';

/** A service as the directory shows it, wherever it is listed. */
export type Listed = Omit<Own, 'statedBy' | ListNames> &
	ReturnType<typeof listsOf> & {
		/** The organisation on Waymark that states it; null when it is not on Waymark. */
		organisationId: string | null;
		/** Who says what stands here: the service itself, an open feed, or this school. */
		from: 'the service' | 'a feed' | 'this school';
	};

const asListed = (
	{ ...row }: Own | Service,
	organisationId: string | null,
	from: Listed['from']
): Listed => ({ ...row, ...listsOf(row), organisationId, from });

const asPublic = (row: Service): Listed =>
	asListed(row, row.organisationId, row.feedId === null ? 'the service' : 'a feed');

/** What a referral must know of whom it goes to. */
export type Recipient = Pick<Listed, 'id' | 'organisationId' | 'name'>;

/** Every public service that has not ended, by sector and name. */
export async function list(published: Database<'public'>): Promise<Listed[]> {
	const rows = await published
		.select()
		.from(services)
		.where(isNull(services.endedAt))
		.orderBy(asc(services.sector), asc(services.name));
	return rows.map(asPublic);
}

/** The services that this school lists for itself and that have not ended, by name. No child is in them. */
export async function ownList(db: Database<'organisation'>): Promise<Listed[]> {
	const rows = await db
		.select()
		.from(ownServices)
		.where(isNull(ownServices.endedAt))
		.orderBy(asc(ownServices.name));
	return rows.map((row) => asListed(row, null, 'this school'));
}

type Reach = { published: Database<'public'>; db: Database<'organisation'> };

/** Every service in a school’s reach: the public ones and its own. */
export const inReach = async ({ published, db }: Reach): Promise<Listed[]> => [
	...(await list(published)),
	...(await ownList(db))
];

/** One service in a school’s reach, also one that has ended: referrals name it. */
export async function byId({ published, db }: Reach, id: string): Promise<Listed | undefined> {
	const [found] = await published.select().from(services).where(eq(services.id, id));
	if (found) return asPublic(found);
	const [own] = await db.select().from(ownServices).where(eq(ownServices.id, id));
	return own && asListed(own, null, 'this school');
}

/** The listing that an organisation on Waymark states of itself. */
export async function ofOrganisation(
	published: Database<'public'>,
	organisationId: string
): Promise<Listed | undefined> {
	const [found] = await published
		.select()
		.from(services)
		.where(and(eq(services.organisationId, organisationId), isNull(services.endedAt)))
		.orderBy(asc(services.id))
		.limit(1);
	return found && asPublic(found);
}
