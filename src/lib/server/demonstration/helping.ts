import { readdirSync } from 'node:fs';
import type { Staff } from '../access/index.ts';
import { write, type Database } from '../db/index.ts';
import { helpCounts, noise } from '../help-counts/index.ts';
import * as pages from '../help-pages/index.ts';
import { daysAfter, ukTime } from '../help-services/index.ts';
import type { Random } from './random.ts';

/** The school's own help page, with three of the cast on it. */
export async function showHelpPage(place: pages.Place, lead: Staff, at: Date): Promise<void> {
	await pages.keep(
		place,
		lead,
		{
			...{ adult1name: 'Dee Thornbeck', adult1does: 'keeps children safe' },
			...{ adult1room: 'Room 12, by the library', adult1times: 'Every day, 8am to 5pm' },
			...{ adult2name: 'Ned Ashgill', adult2does: 'head of Year 8', adult2room: 'Room 4' },
			...{ adult2times: 'Break and lunch' },
			...{
				service1name: 'Lantern',
				service1about: 'Talking with somebody when home is frightening'
			},
			...{ service1reach: 'Ask Dee Thornbeck, who knows them' },
			...{ exit: 'https://www.bbc.co.uk/weather', shown: 'yes' }
		},
		at
	);
}

const daysBefore = 60;
const folder = new URL('../../../../content/help', import.meta.url);

/** What sixty days of a help door might have counted, chance added as it always is. */
export async function countLooks(
	published: Database<'public'>,
	random: Random,
	at: Date
): Promise<void> {
	const topics = readdirSync(folder)
		.filter((file) => file !== 'every-topic.md')
		.map((file) => file.replace('.md', ''));
	const { date } = ukTime(at);
	const rows = Array.from({ length: daysBefore }, (_, before) =>
		topics.map((topic) => ({
			...{ day: daysAfter(date, -1 - before), topic },
			count: random.below(7) + noise()
		}))
	).flat();
	await write(published, (tx) => tx.insert(helpCounts).values(rows));
}
