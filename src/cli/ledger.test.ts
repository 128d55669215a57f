import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as ledger from '../lib/server/ledger/index.ts';
import { aSigner, writeAnew } from '../lib/server/ledger/testing.ts';
import * as organisations from '../lib/server/organisations/index.ts';
import { aHouse, amal, ledgerOf, noon } from '../lib/server/testing.ts';
import { exportLedger, signLedger, verifyLedger } from './ledger.ts';

let place: Awaited<ReturnType<typeof aHouse>>;
const moss = { organisation: 'moss' };

beforeEach(async () => {
	place = await aHouse();
	await organisations.add(place.house, { id: 'moss', name: 'Moss School', kind: 'school' });
	for (let time = 0; time < 5; time += 1)
		await ledger.recordSignIn(await db(), amal, 'signed in', noon);
});

afterEach(() => place.end());

const db = async () => (await place.house.lease('moss')).db;
const at = (name: string) => join(place.folder, name);
const verifier = (...files: string[]) =>
	spawnSync(process.execPath, ['verifier/verify-ledger.mjs', ...files]).status;

test('what is exported and signed, the verifier that stands alone finds whole', async () => {
	const files = { to: at('ledger.jsonl'), checkpoint: at('checkpoint.json') };

	await exportLedger(place.house, [], { ...moss, ...files });

	expect(readFileSync(files.to, 'utf8').trimEnd().split('\n')).toHaveLength(6);
	expect(verifier(files.to, files.checkpoint)).toBe(0);
	expect((await ledgerOf(await db())).at(-1)).toBe('whoever runs the server exported ledger whole');
});

test('a checkpoint made before or after an export holds for it', async () => {
	await signLedger(place.house, [], { ...moss, to: at('before.json') });
	await exportLedger(place.house, [], { ...moss, to: at('ledger.jsonl') });
	await signLedger(place.house, [], { ...moss, to: at('after.json') });

	expect(verifier(at('ledger.jsonl'), at('before.json'))).toBe(0);
	expect(verifier(at('ledger.jsonl'), at('after.json'))).toBe(0);
});

test('what is written is this user’s alone, and takes no other file’s place', async () => {
	writeFileSync(at('kept'), 'before');

	await exportLedger(place.house, [], { ...moss, to: at('ledger.jsonl') });

	expect(statSync(at('ledger.jsonl')).mode & 0o777).toBe(0o600);
	await expect(exportLedger(place.house, [], { ...moss, to: at('kept') })).rejects.toThrow(
		/already/
	);
	await expect(signLedger(place.house, [], { ...moss, to: at('kept') })).rejects.toThrow(/already/);
	expect(readFileSync(at('kept'), 'utf8')).toBe('before');
});

test('an honest ledger verifies, with a checkpoint of before and without any', async () => {
	expect(await verifyLedger(place.house, [], moss)).toMatch(/^5 entries.*nothing has been signed/);

	await signLedger(place.house, [], { ...moss, to: at('checkpoint.json') });
	const checkpoint = at('checkpoint.json');

	expect(await verifyLedger(place.house, [], { ...moss, checkpoint })).toMatch(
		/^5 entries, whole; entry 5 /
	);
});

test('one that was written anew is refused by the checkpoint kept beside it, and by one that left', async () => {
	await signLedger(place.house, [], { ...moss, to: at('checkpoint.json') });
	const checkpoint = at('checkpoint.json');
	await writeAnew(await db(), 2, 'somebody-else');

	await expect(verifyLedger(place.house, [], moss)).rejects.toThrow(/^Entry 5: .*written anew/);

	await (await db()).run('drop trigger checkpoints_never_removed');
	await (await db()).run('delete from checkpoints');
	expect(await verifyLedger(place.house, [], moss)).toMatch(/whole/);
	await expect(verifyLedger(place.house, [], { ...moss, checkpoint })).rejects.toThrow(
		/^Entry 5: /
	);
});

test('a checkpoint kept here that was changed is found', async () => {
	await signLedger(place.house, [], { ...moss, to: at('checkpoint.json') });
	await (await db()).run('drop trigger checkpoints_never_changed');
	await (await db()).run('update checkpoints set at = at - 1');

	await expect(verifyLedger(place.house, [], moss)).rejects.toThrow(/was changed/);
});

test('a checkpoint of another organisation, of another key, or of nothing is refused in a sentence', async () => {
	const written = async (signer: ReturnType<typeof aSigner>) => {
		const made = await ledger.checkpoint(await db(), signer);
		if (made === 'nothing to sign') throw new Error('There are entries in the test');
		const file = at(`${signer.publicKey.slice(-8)}.json`);
		writeFileSync(file, ledger.asFile(made.checkpoint).content);
		return { ...moss, checkpoint: file };
	};
	writeFileSync(at('nothing.json'), '{}');

	for (const [options, says] of [
		[await written(aSigner('heath')), /another organisation/],
		[await written(aSigner('moss')), /another key/],
		[{ ...moss, checkpoint: at('nothing.json') }, /not a checkpoint/],
		[{ ...moss, checkpoint: at('missing.json') }, /is not there/]
	] as const)
		await expect(verifyLedger(place.house, [], options)).rejects.toThrow(says);
});

test('an organisation that is not there, or not named, is refused in a sentence', async () => {
	for (const command of [exportLedger, signLedger, verifyLedger]) {
		await expect(command(place.house, [], {})).rejects.toThrow(/Say --organisation/);
		await expect(command(place.house, [], { organisation: 'none' })).rejects.toThrow(
			/no organisation of that id/
		);
	}
});
