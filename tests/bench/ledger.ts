// Times the standalone verifier on a long ledger, and shows it 10,000 tampered ones: `npm run bench:ledger`.
import { spawnSync } from 'node:child_process';
import {
	closeSync,
	mkdtempSync,
	openSync,
	rmSync,
	statSync,
	writeFileSync,
	writeSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { asFile } from '../../src/lib/server/ledger/index.ts';
import { canonical, unsigned } from '../../src/lib/server/ledger/checkpoint.ts';
import { lineOf } from '../../src/lib/server/ledger/exporting.ts';
import { aSigner, chained, linesOf } from '../../src/lib/server/ledger/testing.ts';
import { readCheckpoint, verify } from '../../verifier/verify-ledger.mjs';
import { firstDifference, tamperings } from './tampering.ts';

const long = 1_000_000;
const short = 10_000;
const howOften = 10_000;

const signer = aSigner();
const signed = (entry: number, seal: string): string => {
	const text = unsigned({ entry, seal, at: new Date() }, signer);
	return asFile({ ...text, signature: signer.sign(canonical(text)) }).content;
};

/** A ledger of a million entries, verified by the program itself with 64 MB of memory for its objects. */
function timeTheVerifier(folder: string): void {
	const [file, checkpoint] = [join(folder, 'ledger.jsonl'), join(folder, 'checkpoint.json')];
	const out = openSync(file, 'w');
	let part = '';
	let seal = '';
	for (const entry of chained(long)) {
		part += lineOf(entry);
		seal = entry.hash;
		if (entry.number % 10_000 === 0) {
			writeSync(out, part);
			part = '';
		}
	}
	closeSync(out);
	writeFileSync(checkpoint, signed(long, seal));

	const began = performance.now();
	const { status, stdout, stderr } = spawnSync(process.execPath, [
		'--max-old-space-size=64',
		'verifier/verify-ledger.mjs',
		file,
		checkpoint
	]);
	const seconds = (performance.now() - began) / 1000;
	const megabytes = Math.round(statSync(file).size / 1e6);
	if (status !== 0) throw new Error(`The honest ledger was refused: ${String(stderr)}`);
	console.log(`${long.toLocaleString('en-GB')} entries (${megabytes} MB): ${seconds.toFixed(1)} s`);
	console.log(`  ${String(stdout).split('\n')[0]}`);
}

async function tamper(): Promise<void> {
	const lines = linesOf(short);
	const { seal } = JSON.parse(lines.at(-1) ?? '') as { seal: string };
	const checkpoint = readCheckpoint(signed(short, seal));
	const found: Record<string, [detected: number, all: number, rightEntry: number]> = {};
	await fc.assert(
		fc.asyncProperty(tamperings(lines), async ({ kind, text }) => {
			const counts = (found[kind] ??= [0, 0, 0]);
			counts[1] += 1;
			const bad = await firstBad(text, checkpoint);
			if (bad !== undefined) counts[0] += 1;
			if (bad === firstDifference(lines, text)) counts[2] += 1;
		}),
		{ numRuns: howOften }
	);
	for (const [kind, [detected, all, right]] of Object.entries(found))
		console.log(`${kind.padEnd(10)} ${detected} of ${all} detected, ${right} at the right entry`);
	const missed = Object.values(found).reduce((sum, [detected, all]) => sum + all - detected, 0);
	if (missed > 0) throw new Error(`${missed} were not detected`);
}

async function firstBad(text: string, checkpoint: ReturnType<typeof readCheckpoint>) {
	async function* bytes() {
		yield Buffer.from(text);
	}
	try {
		await verify(bytes(), checkpoint);
		return undefined;
	} catch (fault) {
		const { entry } = fault as { entry?: number };
		if (entry === undefined) throw fault;
		return entry;
	}
}

const folder = mkdtempSync(join(tmpdir(), 'waymark-ledger-'));
try {
	timeTheVerifier(folder);
	await tamper();
} finally {
	rmSync(folder, { recursive: true, force: true });
}
