import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { write } from '../db/index.ts';
import { aSchoolAndAService, later, ledgerOf, noon, referred, sol, wren } from '../testing.ts';
import * as referrals from './index.ts';
import { receivedReferrals, receivedRestrictions, receivedWorkers } from './schema.ts';

test('a referral kept close is seen by its workers alone, in the list, the count and the record', async () => {
	const { school, service, carry } = await aSchoolAndAService();
	const reference = await referred(school);
	await carry();
	const [kept] = await service
		.select({ id: receivedReferrals.id })
		.from(receivedReferrals)
		.where(eq(receivedReferrals.reference, reference));
	const referralId = kept?.id ?? '';
	const turn = { referralId, by: wren.id, at: noon };
	await write(service, async (tx) => {
		await tx.insert(receivedWorkers).values([
			{ ...turn, staffId: wren.id, works: true },
			{ ...turn, staffId: sol.id, works: true },
			{ ...turn, staffId: sol.id, works: false }
		]);
		await tx.insert(receivedRestrictions).values({ ...turn, restricted: true, why: 'A relative.' });
	});

	expect(await referrals.listReceived(service, wren, later(3))).toHaveLength(1);
	expect(await referrals.listReceived(service, sol, later(3))).toEqual([]);
	expect(await referrals.countWaiting(service, wren)).toBe(1);
	expect(await referrals.countWaiting(service, sol)).toBe(0);
	expect(await referrals.readReceived(service, sol, reference, later(3))).toBeUndefined();
	expect(await ledgerOf(service)).toContain(`sol was not shown referral received ${reference}`);
	expect(await referrals.readReceived(service, wren, reference, later(4))).toBeDefined();
});
