import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Queue } from './queue.ts';

test('turns come one at a time and in the order they were asked for, however each ends', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 20 }), async (ends) => {
			const queue = new Queue();
			const order: number[] = [];
			let within = 0;
			const use = async (fails: boolean, index: number) => {
				const done = await queue.turn();
				try {
					within += 1;
					expect(within).toBe(1);
					order.push(index);
					await Promise.resolve();
					if (fails) throw new Error('No');
				} finally {
					within -= 1;
					done();
				}
			};

			await Promise.allSettled(ends.map(use));

			expect(order).toEqual(ends.map((_, index) => index));
		})
	);
});

test('whoever holds the queue and waits for it again is told so instead of waiting for ever', async () => {
	const queue = new Queue();

	await expect(queue.holding(() => queue.turn())).rejects.toThrow('would wait for itself');
});

test('holding one queue does not keep anybody from another', async () => {
	const [one, other] = [new Queue(), new Queue()];

	expect(await one.holding(() => other.turn())).toBeTypeOf('function');
});
