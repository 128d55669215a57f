import { expect, test } from 'vitest';
import { staff } from '../accounts/index.ts';
import { write } from '../db/index.ts';
import * as drafts from '../drafts/index.ts';
import * as organisations from '../organisations/index.ts';
import { aHouse, amal, later, noon } from '../testing.ts';
import { startForgetting } from './forgetting.ts';

test('every organisation forgets what nobody went back to for a week, and nothing newer', async () => {
	const { house, end } = await aHouse();
	const left: Record<string, number> = {};
	try {
		for (const id of ['moss', 'stile']) {
			await organisations.add(house, { id, name: id, kind: 'school' });
			const { db, release } = await house.lease(id);
			await write(db, (tx) =>
				tx.insert(staff).values({ id: amal.id, name: 'Amal', job: 'teaches' })
			);
			const typed = { place: 'By the gate' };
			await drafts.keep(db, amal, '/desk/concerns/new', typed, id === 'moss' ? noon : later(24));
			release();
		}

		const job = startForgetting(
			house,
			(fault) => expect(fault).toBeUndefined(),
			() => later(8 * 24 - 1)
		);
		await job.settled();
		await job.stop();

		for (const id of ['moss', 'stile']) {
			const { db, release } = await house.lease(id);
			left[id] = (await drafts.list(db, amal, later(24))).length;
			release();
		}
	} finally {
		await end();
	}
	expect(left).toEqual({ moss: 0, stile: 1 });
});
