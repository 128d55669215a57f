import type { Staff } from '../access/index.ts';
import * as concerns from '../concerns/index.ts';
import type { Database } from '../db/index.ts';
import { schoolMoment } from './days.ts';
import type { Random } from './random.ts';

/** Something about an adult, which only its author and the few may open: so that a head has one to look at. */
export async function noticeAnAdult(
	db: Database<'organisation'>,
	random: Random,
	author: Staff,
	{ pupil, key }: { pupil: string; key: string },
	few: string[],
	now: Date
): Promise<void> {
	const at = schoolMoment(random, now, 2);
	const noticed: concerns.Noticed = {
		key,
		children: [{ id: pupil, part: 'harmed' }],
		noticedOn: at.toISOString().slice(0, 10),
		noticedTime: at.toISOString().slice(11, 16),
		place: 'Car park, after climbing club',
		seenOrHeard:
			'The volunteer who helps with climbing drove them home again. Nobody had asked the family, and the club knows nothing of it.',
		childsWords: 'It’s quicker than the bus.',
		doneAlready: 'Stayed until they had gone. Told nobody yet.',
		urgency: 'same day',
		aboutStaff: 'yes'
	};
	const logged = await concerns.log(db, author, noticed, at, { few });
	if (logged === 'no such pupil')
		throw new Error('The demonstration noticed a pupil it has not got');
}
