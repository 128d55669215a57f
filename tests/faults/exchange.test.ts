import { expect, test } from 'vitest';
import { killDelivering } from './killing.ts';
import { ownFolder } from './testing.ts';

test('an exchange that is killed at any moment loses nothing, doubles nothing, and keeps the order of each referral', async () => {
	const outcome = await killDelivering(ownFolder(), { referrals: 12, kills: 16, mostAlive: 120 });

	expect(outcome).toMatchObject({ lost: 0, doubled: 0, outOfOrder: 0, wrong: [], messages: 120 });
	expect(outcome.kills).toBeGreaterThan(8);
	expect(outcome.acknowledged).toBeGreaterThan(90);
}, 240_000);
