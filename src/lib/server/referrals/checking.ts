import { ne } from 'drizzle-orm';
import { age } from '#lib/components/age.ts';
import * as contacts from '../contacts/index.ts';
import type { Tx } from '../db/index.ts';
import type * as directory from '../directory/index.ts';
import { pupils, siblings } from '../pupils/index.ts';
import * as sharing from '../sharing/index.ts';

type Child = { id: string; givenName: string; familyName: string; bornOn: string };
type Fields = Record<string, string>;
export type Recipient = Pick<
	directory.Listed,
	'id' | 'organisationId' | 'name' | 'fromAge' | 'toAge'
>;

/** What should be looked at again before these fields leave the school for one or several services. */
export async function findings(
	tx: Tx,
	child: Child,
	fields: Fields,
	recipients: readonly Recipient[],
	among: readonly Pick<directory.Listed, 'id' | 'name'>[],
	at: Date
): Promise<sharing.Finding[]> {
	const others = await tx
		.select({
			givenName: pupils.givenName,
			familyName: pupils.familyName,
			bornOn: pupils.bornOn
		})
		.from(pupils)
		.where(ne(pupils.id, child.id));
	const around = await contacts.ofCase(tx, { pupil: child });
	const leaving = {
		...{ fields, child, others, age: age(child.bornOn, at) },
		siblings: await siblings(tx, child.id),
		unsafeNumbers: around.filter(isNotSafe).map(({ telephone }) => telephone),
		services: among.filter(({ id }) => !recipients.some((one) => one.id === id))
	};
	const all = recipients.flatMap((recipient) => sharing.lookAgain({ ...leaving, recipient }));
	return [...new Map(all.map((one) => [sharing.keyOf(one), one])).values()];
}

const isNotSafe = ({ toRing, toText, telephone }: contacts.Contact): boolean =>
	telephone !== '' && (toRing === 'not safe' || toText === 'not safe');
