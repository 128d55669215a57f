import { ne } from 'drizzle-orm';
import { age } from '#lib/components/age.ts';
import * as contacts from '../contacts/index.ts';
import type { Tx } from '../db/index.ts';
import type * as directory from '../directory/index.ts';
import { pupils, siblings } from '../pupils/index.ts';
import * as sharing from '../sharing/index.ts';

type Child = { id: string; givenName: string; familyName: string; bornOn: string };
export type Recipient = Pick<
	directory.Listed,
	'id' | 'organisationId' | 'name' | 'sector' | 'fromAge' | 'toAge'
>;

/** A service that is written to, and the words that would leave for it, by their fields. */
export type Leaving = { service: Recipient; fields: Record<string, string> };

/** What should be looked at again before these words leave the school for one or several services. */
export async function findings(
	tx: Tx,
	child: Child,
	leaving: readonly Leaving[],
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
	const known = {
		...{ child, others, age: age(child.bornOn, at) },
		siblings: await siblings(tx, child.id),
		unsafeNumbers: around.filter(isNotSafe).map(({ telephone }) => telephone),
		services: among.filter(({ id }) => !leaving.some(({ service }) => service.id === id))
	};
	const all = leaving.flatMap(({ service: recipient, fields }) =>
		sharing.lookAgain({ ...known, fields, recipient })
	);
	return [...new Map(all.map((one) => [sharing.keyOf(one), one])).values()];
}

const isNotSafe = ({ toRing, toText, telephone }: contacts.Contact): boolean =>
	telephone !== '' && (toRing === 'not safe' || toText === 'not safe');
