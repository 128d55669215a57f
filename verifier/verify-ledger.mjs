#!/usr/bin/env node
// Checks a ledger that Waymark exported against a checkpoint that it signed:
//
//     node verify-ledger.mjs LEDGER.jsonl CHECKPOINT.json
//
// It ends with 0 when the ledger is whole, with 1 and the number of the first bad entry when it is not,
// and with 2 when a file cannot be read. It needs Node 18 or newer and nothing else, and it shares no
// code with Waymark: docs/ledger.md says what is checked, so that anybody can write another.
import * as crypto from 'node:crypto';
import { createReadStream, readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const format = 'waymark-ledger-checkpoint';
const beginning = '0'.repeat(64);
// An entry is some hundred letters. What goes on for this long is no ledger.
const longestLine = 100_000;
const lineEnd = 0x0a;

// Node 21 and newer hash in one call, which takes half the time.
const sha256 = crypto.hash
	? (text) => crypto.hash('sha256', text, 'hex')
	: (text) => crypto.createHash('sha256').update(text).digest('hex');

/** What is wrong, in a sentence. `entry` is the first bad entry's number, when it is an entry's fault. */
class Bad extends Error {
	constructor(message, entry) {
		super(message);
		this.entry = entry;
	}
}

/**
 * The checkpoint in a file's text.
 *
 * @param {string} text
 * @throws {Bad} when it is none, or is not as the key that it names signed it
 */
export function readCheckpoint(text) {
	const checkpoint = parse(text);
	const { signature, ...signed } = checkpoint ?? {};
	const known = 'at entry fingerprint format organisation publicKey seal version';
	if (Object.keys(signed).sort().join(' ') !== known || signed.format !== format)
		throw new Bad('This is not a checkpoint of a Waymark ledger.');
	if (signed.version !== 1)
		throw new Bad(
			`This checkpoint is of version ${signed.version}; this verifier knows version 1.`
		);
	if (!Number.isSafeInteger(signed.entry) || signed.entry < 1 || !isSigned(signed, signature))
		throw new Bad('The checkpoint is not as it was signed.');
	return signed;
}

function isSigned(signed, signature) {
	try {
		const der = Buffer.from(signed.publicKey, 'base64url');
		const key = crypto.createPublicKey({ key: der, format: 'der', type: 'spki' });
		const names = Object.keys(signed).sort();
		const text = JSON.stringify(Object.fromEntries(names.map((name) => [name, signed[name]])));
		return (
			key.asymmetricKeyType === 'ed25519' &&
			signed.fingerprint === crypto.createHash('sha256').update(der).digest('hex') &&
			crypto.verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'))
		);
	} catch {
		return false;
	}
}

/**
 * Holds a ledger to its own seals and to a checkpoint.
 *
 * @param {AsyncIterable<Uint8Array>} bytes the ledger, in parts of any size
 * @param {{ entry: number; seal: string }} checkpoint
 * @returns {Promise<number>} how many entries there are, all of them whole
 * @throws {Bad} with the number of the first entry that is not
 */
export async function verify(bytes, checkpoint) {
	let before = beginning;
	let number = 0;
	for await (const line of linesOf(bytes, () => number + 1)) {
		number += 1;
		before = sealOf(line, number, before);
		if (number === checkpoint.entry && before !== checkpoint.seal)
			throw new Bad(
				`Entry ${number} is not the one that was signed: it, or one before it, was written anew.`,
				number
			);
	}
	if (number < checkpoint.entry)
		throw new Bad(
			`Entry ${number + 1} is missing: the ledger ends here, and ${checkpoint.entry} entries were signed.`,
			number + 1
		);
	return number;
}

/** The seal of the entry on a line, which must be written exactly as Waymark writes it. */
function sealOf(line, number, before) {
	const { at, staff, session, did, object, id, seal } = parse(line) ?? {};
	const asWritten = { number, at, staff, session, did, object, id, seal };
	const values = [before, number, at, staff, session, did, object, id];
	if (JSON.stringify(asWritten) !== line || sha256(JSON.stringify(values)) !== seal)
		throw new Bad(
			`Entry ${number} is not as it was written, or is missing, or was put in.`,
			number
		);
	return seal;
}

/** The lines of a file in parts. A last line may lack its end; nothing else may be missing or added. */
async function* linesOf(bytes, next) {
	const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
	const asText = (line) => {
		try {
			return decoder.decode(line);
		} catch {
			throw new Bad(`Entry ${next()} cannot be read: it is not text.`, next());
		}
	};
	let rest = Buffer.alloc(0);
	for await (const part of bytes) {
		const all = Buffer.concat([rest, part]);
		let from = 0;
		for (let end; (end = all.indexOf(lineEnd, from)) >= 0; from = end + 1)
			yield asText(all.subarray(from, end));
		rest = all.subarray(from);
		if (rest.length > longestLine)
			throw new Bad(`Entry ${next()} cannot be read: it has no end.`, next());
	}
	if (rest.length > 0) yield asText(rest);
}

function parse(text) {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

async function main([ledger, checkpointFile, ...more]) {
	if (!ledger || !checkpointFile || more.length > 0) {
		console.error('Say which two files: node verify-ledger.mjs LEDGER.jsonl CHECKPOINT.json');
		return 2;
	}
	try {
		const checkpoint = readCheckpoint(readFileSync(checkpointFile, 'utf8'));
		const entries = await verify(createReadStream(ledger, { highWaterMark: 1 << 20 }), checkpoint);
		console.log(saying(entries, checkpoint));
		return 0;
	} catch (fault) {
		if (fault instanceof Bad) console.log(fault.message);
		else console.error(fault.message);
		return fault instanceof Bad ? 1 : 2;
	}
}

const saying = (entries, { entry, at, organisation, fingerprint }) =>
	[
		entries === entry
			? `${entries} entries, whole, as signed on ${at}.`
			: `${entries} entries, whole: the first ${entry} as signed on ${at}, and those after it agree with them.`,
		`Organisation: ${organisation}`,
		`Key: ${fingerprint}`,
		'Compare the key with the one you were given before: a checkpoint holds only as far as you know whose key signed it.'
	].join('\n');

const startedAs = process.argv[1] && realpathSync(process.argv[1]);
if (startedAs === fileURLToPath(import.meta.url))
	process.exitCode = await main(process.argv.slice(2));
