import * as v from 'valibot';
import type { Staff } from '../access/index.ts';
import type { Database } from '../db/index.ts';
import * as directory from '../directory/index.ts';
import { organisations } from './people.ts';

const day = 24 * 60 * 60_000;
const before = (at: Date, days: number): Date => new Date(at.getTime() - days * day);

const fell = ['Fell Valley', 'Shore and Fell'];

/** What the two services of the demonstration state of themselves. */
export async function stateServices(
	published: Database<'public'>,
	ids: { domesticAbuse: string; substances: string },
	at: Date
): Promise<void> {
	const lists = { areas: fell, audiences: ['anyone' as const], places: [] };
	await directory.state(published, {
		...{ id: ids.domesticAbuse, organisationId: ids.domesticAbuse },
		...{ name: organisations.domesticAbuse, runBy: organisations.domesticAbuse },
		...directory.keptLists({
			...lists,
			needs: ['domestic abuse at home', 'abuse in their own relationship', 'family support'],
			languages: ['English', 'Polish', 'Urdu']
		}),
		sector: 'domestic abuse',
		about: 'One-to-one and group work for children who live, or have lived, with domestic abuse.',
		takes: 'Living with or away from the person who harms.',
		...{ fromAge: 5, toAge: 18, living: 'either', parentalAgreement: 'not needed' },
		...{ route: 'Waymark', hours: 'Monday to Friday, 9 to 5', cost: 'Free' },
		...{ capacity: 'has a wait', waitWeeks: 4, capacityStatedAt: before(at, 6) },
		...{ statedAt: before(at, 20), assuredOn: null }
	});
	await directory.state(published, {
		...{ id: ids.substances, organisationId: ids.substances },
		...{ name: organisations.substances, runBy: organisations.substances },
		...directory.keptLists({
			...lists,
			needs: ['their own substance use', 'somebody else’s substance use at home'],
			languages: ['English']
		}),
		sector: 'substance use',
		about: 'Support for young people about their own use, or somebody else’s at home.',
		takes: 'Own use, or a parent’s. The young person chooses to come.',
		...{ fromAge: 11, toAge: 19, living: 'either', parentalAgreement: 'needed under 16' },
		...{ route: 'Waymark', hours: 'Monday to Thursday, 10 to 6', cost: 'Free' },
		...{ capacity: 'has places', capacityStatedAt: before(at, 3), statedAt: before(at, 3) }
	});
}

const own = {
	...{ audiences: 'anyone', parentalAgreement: 'not stated', living: 'either', cost: 'Free' },
	...{ areas: 'Fell Valley', languages: 'English', capacity: 'not stated', route: 'telephone' }
};

// What the school lists for itself, and how many days ago somebody last confirmed it.
const ofTheSchool: [said: Record<string, string>, days: number][] = [
	[
		{
			...{ name: 'Hearthstone Refuge', sector: 'domestic abuse', confidential: 'yes' },
			...{ about: 'A safe place to live, with a worker for the children.', areas: '' },
			...{ needs: 'domestic abuse at home', living: 'no longer lives with', toAge: '16' }
		},
		12
	],
	[
		{
			...{ name: 'Rowan Girls’ Group', sector: 'domestic abuse', audiences: 'girls' },
			...{ about: 'A weekly group about relationships.', fromAge: '13', toAge: '17' },
			...{ needs: 'abuse in their own relationship', capacity: 'has places' }
		},
		40
	],
	[
		{
			...{ name: 'Fell Valley Young Carers', sector: 'other', route: 'printed form' },
			...{ about: 'Time off, and somebody to talk to, for children who look after a parent.' },
			...{ needs: 'somebody else’s substance use at home\nfamily support', fromAge: '8' }
		},
		120
	],
	[
		{
			...{ name: 'Becksides Counselling', sector: 'other', capacity: 'full', waitWeeks: '30' },
			...{ about: 'Counselling in school and out of it.', needs: 'mental health' }
		},
		200
	]
];

/** The services that the school lists for itself, because they are not on Waymark. */
export async function listOwnServices(
	place: directory.KeepingPlace,
	lead: Staff,
	at: Date
): Promise<void> {
	for (const [said, days] of ofTheSchool) {
		const form = v.parse(directory.keeping, { ...own, ...said });
		await directory.keep(place, lead, undefined, form, before(at, days));
	}
}
