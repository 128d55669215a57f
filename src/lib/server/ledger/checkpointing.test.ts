import { expect, describe, test } from 'vitest';
import type { Role } from '../access/index.ts';
import {
	amal,
	as,
	aSchool,
	dee,
	flo,
	later,
	ledgerOf,
	logged,
	noon,
	proven,
	wren
} from '../testing.ts';
import {
	asFile,
	asMail,
	askForCheckpoint,
	checkpoint,
	checkpointsSince,
	everyCheckpoint,
	isAsSigned,
	overview,
	parseCheckpoint,
	takeCheckpoint,
	verify
} from './index.ts';
import { aLedger, aSigner, writeAnew } from './testing.ts';

const signer = aSigner();
const head = as(flo, 'head');

const notTheirs: Role[] = [
	'staff',
	'teacher',
	'pastoral',
	'governor',
	'admin',
	'worker',
	'manager',
	'analyst',
	'operator'
];

async function made(db: Awaited<ReturnType<typeof aSchool>>, at = later(1)) {
	const outcome = await checkpoint(db, signer, at);
	if (outcome === 'nothing to sign') throw new Error('There are entries in the test');
	return outcome;
}

describe('a checkpoint', () => {
	test('says which entry was the last, when, and with which key it is signed', async () => {
		const db = await aLedger(5);

		const { number, checkpoint: signed } = await made(db);

		expect(number).toBe(1);
		expect(signed).toMatchObject({
			format: 'waymark-ledger-checkpoint',
			version: 1,
			organisation: 'the-school',
			entry: 5,
			at: later(1).toISOString(),
			publicKey: signer.publicKey
		});
		expect(isAsSigned(signed)).toBe(true);
		expect(parseCheckpoint(asFile(signed).content)).toEqual(signed);
	});

	test('is kept as it was made, and adds no entry of its own', async () => {
		const db = await aLedger(5);
		const first = await made(db, later(1));
		const second = await made(db, later(2));

		expect(second.number).toBe(2);
		expect(await everyCheckpoint(db, 'the-school')).toEqual([first.checkpoint, second.checkpoint]);
		expect(await checkpointsSince(db, 'the-school', later(2))).toEqual([second.checkpoint]);
		expect(await checkpointsSince(db, 'the-school', later(3))).toEqual([]);
		expect(await ledgerOf(db)).toHaveLength(5);
	});

	test('is not made of nothing', async () => {
		const db = await aLedger(0);

		expect(await checkpoint(db, signer)).toBe('nothing to sign');
		expect(await everyCheckpoint(db, 'the-school')).toEqual([]);
	});

	test.each([dee, flo, head])('$roles ask for one, and it covers their asking', async (who) => {
		const db = await aSchool();

		const outcome = await askForCheckpoint(db, proven(who, later(1)), signer, later(1));

		expect(outcome).toMatchObject({ number: 1, checkpoint: { entry: 1 } });
		expect(await ledgerOf(db)).toEqual([`${who.id} asked for checkpoint new`]);
	});

	test('is taken away by whoever keeps the ledger, and that they took it is written down', async () => {
		const db = await aLedger(2);
		const { checkpoint: signed } = await made(db);

		expect(await takeCheckpoint(db, proven(dee, noon), '1', noon)).toEqual(signed);
		expect((await ledgerOf(db)).at(-1)).toBe('dee took checkpoint 1');
	});

	test('is neither asked for nor taken away before one has proved who one is', async () => {
		const db = await aLedger(2);
		await made(db);
		const stale = proven(dee, later(-1));

		expect(await askForCheckpoint(db, stale, signer, noon)).toBe('step up');
		expect(await takeCheckpoint(db, stale, '1', noon)).toBe('step up');
		expect(await askForCheckpoint(db, dee, signer, noon)).toBe('step up');

		expect(await everyCheckpoint(db, 'the-school')).toHaveLength(1);
		expect(await ledgerOf(db)).toHaveLength(2);
	});

	test.each(['2', '0', '-1', '1.0', 'one', '', '9'.repeat(400)])(
		'of the number %j is not there, and asking is written down',
		async (number) => {
			const db = await aLedger(2);
			await made(db);

			expect(await takeCheckpoint(db, proven(dee, noon), number, noon)).toBeUndefined();
			expect((await ledgerOf(db)).at(-1)).toMatch(/^dee was not shown checkpoint /);
		}
	);

	test('of one school is none of another: it says whose it is', async () => {
		const db = await aLedger(2);
		await made(db);

		const [elsewhere] = await everyCheckpoint(db, 'another-school');

		expect(elsewhere && isAsSigned(elsewhere)).toBe(false);
	});

	test('sent by mail says nothing of what the ledger says', async () => {
		const db = await aSchool();
		const reference = await logged(db, amal);
		const mail = asMail((await made(db)).checkpoint);

		expect(mail.attachment.name).toBe('waymark-checkpoint-2026-11-10-entry-1.json');
		expect(mail.text).toContain('entry 1');
		expect(JSON.stringify(mail)).not.toContain(reference);
		expect(JSON.stringify(mail)).not.toContain(amal.id);
	});
});

describe('keeping the ledger', () => {
	test('shows how long it is and its checkpoints, newest first', async () => {
		const db = await aLedger(5);
		await made(db, noon);
		await made(db, later(2));

		const shown = await overview(db, dee);

		expect(shown?.entries).toBe(6);
		expect(shown?.checkpoints.map(({ number }) => number)).toEqual([2, 1]);
		expect((await ledgerOf(db)).at(-1)).toBe('dee listed checkpoints all');
	});

	test.each(notTheirs)('is not for a %s, and that they asked is written down', async (role) => {
		const db = await aSchool();
		await logged(db, amal);
		await made(db);
		const who = as(role === 'worker' ? wren : amal, role);

		expect(await overview(db, who)).toBeUndefined();
		expect(await takeCheckpoint(db, who, '1')).toBeUndefined();
		expect(await askForCheckpoint(db, who, signer)).toBe('not allowed');

		expect(await everyCheckpoint(db, 'the-school')).toHaveLength(1);
		expect((await ledgerOf(db)).slice(1)).toEqual(
			['keep', 'sign', 'sign'].map((act) => `${who.id} was refused act ${act} the ledger`)
		);
	});
});

describe('holding the ledger to its checkpoints', () => {
	test('finds one that was written anew with new seals, by the first checkpoint after the change', async () => {
		const db = await aLedger(4);
		await made(db, noon);
		for (const hour of [1, 2, 3]) {
			await overview(db, dee, later(hour));
			await made(db, later(hour));
		}
		const kept = await everyCheckpoint(db, 'the-school');
		expect(await verify(db, kept)).toEqual({ whole: true, entries: 7 });

		await writeAnew(db, 6, 'somebody-else');

		expect(await verify(db)).toEqual({ whole: true, entries: 7 });
		expect(await verify(db, kept)).toEqual({ whole: false, firstBad: 6, why: 'written anew' });
		expect(await verify(db, kept.slice(0, 2))).toMatchObject({ whole: true });
	});

	test('finds a ledger whose end was cut off', async () => {
		const long = await aLedger(6);
		const { checkpoint: signed } = await made(long);

		expect(await verify(await aLedger(4), [signed])).toEqual({
			whole: false,
			firstBad: 5,
			why: 'cut short'
		});
	});
});
