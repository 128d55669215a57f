import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCheckpoint, verify } from '../../../../verifier/verify-ledger.mjs';
import { later } from '../testing.ts';
import { askForCheckpoint, asFile, checkpoint, exported, parseCheckpoint } from './index.ts';
import { aLedger, aSigner, linesOf, writeAnew } from './testing.ts';
import { firstDifference, tamperings } from '../../../../tests/bench/tampering.ts';

const howMany = 60;
const lines = linesOf(howMany);
const signer = aSigner();
const who = { id: 'dee', sessionId: 'session-dee' };

/** A checkpoint of a ledger of the same entries, as its file. */
async function signedAt(entries: number): Promise<string> {
	const made = await checkpoint(await aLedger(entries), signer, later(1));
	if (made === 'nothing to sign') throw new Error('There are entries in the test');
	return asFile(made.checkpoint).content;
}

/** What the verifier finds: the number of entries, or of the first bad one. */
async function verdictOf(text: string | Buffer, checkpointText: string, part = 997) {
	const bytes = Buffer.from(text as string);
	async function* inParts() {
		for (let from = 0; from < bytes.length; from += part) yield bytes.subarray(from, from + part);
	}
	try {
		return { whole: await verify(inParts(), readCheckpoint(checkpointText)) };
	} catch (fault) {
		return { bad: (fault as { entry?: number }).entry };
	}
}

let whole: string;
beforeAll(async () => {
	whole = await signedAt(howMany);
});

describe('the verifier that stands alone', () => {
	test('finds an honest ledger whole, in parts of any size, with or without its last line’s end', async () => {
		for (const part of [1, 7, 64, 1_000_000])
			expect(await verdictOf(lines.join(''), whole, part)).toEqual({ whole: howMany });
		expect(await verdictOf(lines.join('').trimEnd(), whole)).toEqual({ whole: howMany });
	});

	test('reads what the database exports, and the export says itself that it was made', async () => {
		const db = await aLedger(2_500);
		const parts: string[] = [];
		for await (const part of exported(db, who, later(1))) parts.push(part);
		const made = await checkpoint(db, signer, later(2));
		if (made === 'nothing to sign') throw new Error('There are entries in the test');

		expect(parts.length).toBeGreaterThan(1);
		expect(parts.join('')).toMatch(/"did":"exported","object":"ledger","id":"whole"[^\n]*\n$/);
		expect(await verdictOf(parts.join(''), asFile(made.checkpoint).content)).toEqual({
			whole: 2_501
		});
	});

	test('names the first bad entry of 1,000 tampered ledgers', async () => {
		await fc.assert(
			fc.asyncProperty(tamperings(lines), async ({ text }) => {
				expect(await verdictOf(text, whole)).toEqual({ bad: firstDifference(lines, text) });
			}),
			{ numRuns: 1_000 }
		);
	});

	test('finds bytes that are no text, at the entry that has them', async () => {
		for (const at of [1, 30, howMany]) {
			const bytes = Buffer.from(lines.join(''));
			bytes[Buffer.byteLength(lines.slice(0, at).join('')) - 10] = 0xff;
			expect(await verdictOf(bytes, whole)).toEqual({ bad: at });
		}
	});

	test('finds an end cut off below the checkpoint, and cannot find one above it', async () => {
		const earlier = await signedAt(40);

		expect(await verdictOf(lines.slice(0, 39).join(''), earlier)).toEqual({ bad: 40 });
		expect(await verdictOf('', earlier)).toEqual({ bad: 1 });
		expect(await verdictOf(lines.slice(0, 40).join(''), earlier)).toEqual({ whole: 40 });
		expect(await verdictOf(lines.slice(0, 50).join(''), earlier)).toEqual({ whole: 50 });
	});

	test('finds what was changed above the checkpoint, unless it was sealed anew', async () => {
		const earlier = await signedAt(40);
		const changed = lines.with(49, lines[49]?.replace('staff-', 'stuff-') ?? '');

		expect(await verdictOf(changed.join(''), earlier)).toEqual({ bad: 50 });
	});
});

describe('a ledger that somebody with every key wrote anew', () => {
	const rewritten = async () => {
		const db = await aLedger(howMany);
		await writeAnew(db, 12, 'somebody-else');
		const parts: string[] = [];
		for await (const part of exported(db, who, later(3))) parts.push(part);
		return { db, text: parts.join('') };
	};

	test('agrees with itself, and with a checkpoint made after', async () => {
		const { db, text } = await rewritten();
		const after = await checkpoint(db, signer, later(4));
		if (after === 'nothing to sign') throw new Error('There are entries in the test');

		expect(await verdictOf(text, asFile(after.checkpoint).content)).toEqual({
			whole: howMany + 1
		});
	});

	test('is found out by any checkpoint that left the building before', async () => {
		const { text } = await rewritten();

		for (const entries of [12, 40, howMany])
			expect(await verdictOf(text, await signedAt(entries))).toEqual({ bad: entries });
	});

	test('still agrees with a checkpoint of before the change: it says nothing of later entries', async () => {
		expect(await verdictOf((await rewritten()).text, await signedAt(11))).toEqual({
			whole: howMany + 1
		});
	});
});

describe('a checkpoint', () => {
	test('is refused when anything in it was changed, by the verifier and by the desk', () => {
		const fields = Object.keys(JSON.parse(whole) as object);
		const other = fc.oneof(fc.string(), fc.integer(), fc.constant(null));

		fc.assert(
			fc.property(fc.constantFrom(...fields, 'more'), other, (field, by) => {
				const changed = JSON.stringify({ ...(JSON.parse(whole) as object), [field]: by });
				expect(() => readCheckpoint(changed)).toThrow();
				expect(parseCheckpoint(changed)).toBeUndefined();
			}),
			{ numRuns: 500 }
		);
	});

	test('holds however its file is laid out', () => {
		const laidOut = JSON.stringify(JSON.parse(whole), null, '\t');

		expect(readCheckpoint(laidOut)).toMatchObject({ entry: howMany });
		expect(parseCheckpoint(laidOut)).toMatchObject({ entry: howMany });
	});

	test.each(['', 'null', '[]', '{}', '"text"', '{', '1'])('is not %j', (text) => {
		expect(() => readCheckpoint(text)).toThrow();
		expect(parseCheckpoint(text)).toBeUndefined();
	});

	test('signed by another key names that key: whose it is, is for people to compare', async () => {
		const made = await askForCheckpoint(
			await aLedger(3),
			{
				...who,
				accountId: '',
				name: '',
				roles: ['lead'],
				steppedUpAt: later(1),
				organisation: { id: 'the-school', name: '', kind: 'school', demonstration: false }
			},
			aSigner(),
			later(1)
		);
		if (typeof made === 'string') throw new Error(made);

		expect(readCheckpoint(asFile(made.checkpoint).content).fingerprint).not.toBe(
			(JSON.parse(whole) as { fingerprint: string }).fingerprint
		);
	});
});

describe('the program', () => {
	const folder = mkdtempSync(join(tmpdir(), 'waymark-verifier-'));
	afterAll(() => rmSync(folder, { recursive: true }));
	const file = (name: string, content: string) => {
		writeFileSync(join(folder, name), content);
		return join(folder, name);
	};
	const run = (...words: string[]) => {
		const { status, stdout, stderr } = spawnSync(process.execPath, [
			'verifier/verify-ledger.mjs',
			...words
		]);
		return { status, said: `${stdout}${stderr}` };
	};

	test('ends with 0 and says since when it is signed', () => {
		const { status, said } = run(file('a', lines.join('')), file('c', whole));

		expect(status).toBe(0);
		expect(said).toContain(`${howMany} entries, whole, as signed on ${later(1).toISOString()}`);
	});

	test('ends with 1 and the first bad entry’s number', () => {
		const { status, said } = run(file('b', lines.toSpliced(16, 1).join('')), file('c', whole));

		expect([status, said]).toEqual([1, expect.stringMatching(/^Entry 17 /)]);
	});

	test('ends with 1 for a checkpoint that was changed', () => {
		expect(run(file('a', lines.join('')), file('d', whole.replace('60', '59'))).status).toBe(1);
	});

	test('ends with 2 when it is not told which files, or they are not there', () => {
		expect(run().status).toBe(2);
		expect(run(join(folder, 'nothing'), file('c', whole)).status).toBe(2);
		expect(run(file('a', ''), join(folder, 'nothing')).status).toBe(2);
	});

	test('is one file that needs Node and nothing else', () => {
		const source = readFileSync('verifier/verify-ledger.mjs', 'utf8');
		const imported = [...source.matchAll(/\bfrom '([^']+)'|\bimport\(/g)].map(([, name]) => name);

		expect(imported.length).toBeGreaterThan(0);
		expect(imported.filter((name) => !name?.startsWith('node:'))).toEqual([]);
	});
});
