import { randomUUID } from 'node:crypto';
import type { Staff } from '../access/index.ts';
import type { Letter } from '../mail/index.ts';
import * as organisations from '../organisations/index.ts';
import { aHouse, asASchool, dee, lantern, later, referred } from '../testing.ts';
import * as links from './index.ts';

const school = dee.organisation.id;

/** A school in a house, one of its referrals that went to a service without Waymark, and its letters. */
export async function aReferralOutside() {
	const place = await aHouse();
	await organisations.add(place.house, { id: school, name: 'Mosshowe School', kind: 'school' });
	const { db, release } = await place.house.lease(school);
	await asASchool(db);
	const reference = await referred(db, { ...lantern, id: 'outside', organisationId: null });
	const letters: Letter[] = [];
	const send = async (letter: Letter) => letters.push(letter) > 0;

	const make = (
		at: Date,
		by: Staff = dee,
		key: string = randomUUID(),
		sends: links.Sends = send
	) => {
		const form = { key, to: 'duty@service.example' };
		return links.make(place.house, db, by, reference, form, sends, at);
	};

	/** Sends a link, and gives what reaches the service: by letter, and by telephone. */
	async function sent(at = later(3)) {
		const made = await make(at);
		if (typeof made === 'string') throw new Error(`No link was made in the test: ${made}`);
		const token = /\/r\/([\w-]{43})\n/.exec(letters.at(-1)?.text ?? '')?.[1] ?? '';
		return { token, code: made.code };
	}

	/** Sends a link and opens it. */
	async function openedBy(name = 'Ash', at = later(4)) {
		const { token, code } = await sent();
		const outcome = await links.open(place.house, token, { name, code }, at);
		if (typeof outcome === 'string') throw new Error(`The link was ${outcome} in the test`);
		return { token, code, session: outcome.session, until: outcome.until };
	}

	const end = () => {
		release();
		return place.end();
	};
	return { house: place.house, db, reference, letters, make, sent, openedBy, end };
}
