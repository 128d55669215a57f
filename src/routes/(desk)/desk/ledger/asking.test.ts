import { isHttpError, isRedirect } from '@sveltejs/kit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Staff } from '#lib/server/access/index.ts';
import * as organisations from '#lib/server/organisations/index.ts';
import { aHouse, amal, as, dee, proven } from '#lib/server/testing.ts';
import { actions } from './+page.server.ts';

const waymark = globalThis as { waymark?: unknown };
let place: Awaited<ReturnType<typeof aHouse>>;
let woken: string[];

beforeEach(async () => {
	place = await aHouse();
	await organisations.add(place.house, { id: dee.organisation.id, name: 'Moss', kind: 'school' });
	woken = [];
	const checkpoints = { wake: (id: string) => woken.push(id) };
	waymark.waymark = Promise.resolve({ house: place.house, checkpoints });
});

afterEach(async () => {
	delete waymark.waymark;
	await place.end();
});

/** What comes of a person's asking for a checkpoint: where they are led, or the status. */
async function ask(staff: Staff): Promise<string | number> {
	const { db, release } = await place.house.lease(staff.organisation.id);
	try {
		const event = { locals: { house: place.house, db, staff } };
		await actions.default?.(event as unknown as Parameters<typeof actions.default>[0]);
		throw new Error('The form led nowhere in the test');
	} catch (thrown) {
		if (isRedirect(thrown)) return thrown.location;
		if (isHttpError(thrown)) return thrown.status;
		throw thrown;
	} finally {
		release();
	}
}

test('a checkpoint that a lead asked for is posted soon', async () => {
	expect(await ask(proven(dee, new Date()))).toBe('/desk/ledger');

	expect(woken).toEqual([dee.organisation.id]);
});

test.each([amal, as(dee, 'admin')])('nothing is posted because $roles asked', async (staff) => {
	expect(await ask(staff)).toBe(404);

	expect(woken).toEqual([]);
});
