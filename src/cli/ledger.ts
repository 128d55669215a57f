import { createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as ledger from '../lib/server/ledger/index.ts';
import * as organisations from '../lib/server/organisations/index.ts';
import type { House } from '../lib/server/organisations/index.ts';
import { Refused, type Options } from './command.ts';

// Nobody of the organisation's sits at this keyboard, and the ledger says so.
const atTheKeyboard: ledger.Who = { id: 'whoever runs the server', sessionId: 'command line' };

/** Writes the whole ledger as JSON Lines to FILE or to the standard output. */
export const exportLedger = (
	house: House,
	_words: string[],
	{ organisation, to, checkpoint }: Options
): Promise<string> =>
	withLedger(house, organisation, async (db, id) => {
		const lines = Readable.from(ledger.exported(db, atTheKeyboard));
		if (to) await pipeline(lines, createWriteStream(to, onlyNew)).catch(aboutFile(to));
		else for await (const part of lines) await printed(String(part));
		if (checkpoint) keep(checkpoint, await signed(house, db, id));
		return to ? `Written to ${to}.` : '';
	});

/** Signs the ledger as it stands, and writes the checkpoint to FILE or to the standard output. */
export const signLedger = (
	house: House,
	_words: string[],
	{ organisation, to }: Options
): Promise<string> =>
	withLedger(house, organisation, async (db, id) => {
		const content = await signed(house, db, id);
		if (!to) return content.trimEnd();
		keep(to, content);
		return `Written to ${to}.`;
	});

/** Holds the ledger to its seals, to every checkpoint kept beside it, and to the one in FILE. */
export const verifyLedger = (
	house: House,
	_words: string[],
	{ organisation, checkpoint }: Options
): Promise<string> =>
	withLedger(house, organisation, async (db, id) => {
		const given = checkpoint ? [await readCheckpoint(house, id, checkpoint)] : [];
		const kept = await ledger.everyCheckpoint(db, id);
		const forged = kept.find((one) => !ledger.isAsSigned(one));
		if (forged) throw new Refused(`The checkpoint of ${forged.at} kept here was changed.`);
		const verdict = await ledger.verify(db, [...kept, ...given]);
		if (!verdict.whole) throw new Refused(`Entry ${verdict.firstBad}: ${saying[verdict.why]}`);
		const newest = [...kept, ...given].sort((one, other) => other.entry - one.entry)[0];
		return newest
			? `${verdict.entries} entries, whole; entry ${newest.entry} and all before it as signed on ${newest.at} with key ${newest.fingerprint}.`
			: `${verdict.entries} entries, whole in themselves; nothing has been signed yet.`;
	});

const saying = {
	changed: 'it is not as it was written, or is missing, or was put in.',
	'cut short': 'the ledger ends before it, and a checkpoint says that there was more.',
	'written anew':
		'it is not the one that was signed: it, or something before it, was written anew with new seals.'
};

type Db = Awaited<ReturnType<House['lease']>>['db'];

async function withLedger(
	house: House,
	organisation: string | undefined,
	work: (db: Db, id: string) => Promise<string>
): Promise<string> {
	if (!organisation) throw new Refused('Say --organisation and its id.');
	if (!(await organisations.byId(house.platform, organisation)))
		throw new Refused('There is no organisation of that id: see waymark organisation list.');
	const { db, release } = await house.lease(organisation);
	try {
		return await work(db, organisation);
	} finally {
		release();
	}
}

async function signed(house: House, db: Db, id: string): Promise<string> {
	const made = await ledger.checkpoint(db, await organisations.signerOf(house, id));
	if (made === 'nothing to sign')
		throw new Refused('The ledger is empty: there is nothing to sign.');
	return ledger.asFile(made.checkpoint).content;
}

async function readCheckpoint(house: House, id: string, file: string): Promise<ledger.Checkpoint> {
	const checkpoint = ledger.parseCheckpoint(read(file));
	if (!checkpoint) throw new Refused(`${file} is not a checkpoint, or is not as it was signed.`);
	if (checkpoint.organisation !== id)
		throw new Refused(`${file} is a checkpoint of another organisation.`);
	const { publicKey } = await organisations.signerOf(house, id);
	if (checkpoint.publicKey !== publicKey)
		throw new Refused(`${file} was signed with another key than this organisation’s.`);
	return checkpoint;
}

// An export tells who did what, so it is this user's alone; and it never takes another file's place.
const onlyNew = { flags: 'wx', mode: 0o600 };

function keep(file: string, content: string): void {
	try {
		writeFileSync(file, content, { flag: onlyNew.flags, mode: onlyNew.mode });
	} catch (fault) {
		aboutFile(file)(fault);
	}
}

function read(file: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch (fault) {
		return aboutFile(file)(fault);
	}
}

const aboutFile =
	(file: string) =>
	(fault: unknown): never => {
		const { code } = fault as { code?: string };
		if (code === 'EEXIST') throw new Refused(`There is a file ${file} already; it was left alone.`);
		if (code === 'ENOENT') throw new Refused(`${file} is not there.`);
		if (code === 'EACCES' || code === 'EISDIR' || code === 'ENOTDIR')
			throw new Refused(`${file} cannot be opened.`);
		throw fault;
	};

/** Waits until the terminal or the pipe has taken it: a ledger may be larger than memory. */
const printed = (part: string): Promise<void> =>
	new Promise((resolve, reject) =>
		process.stdout.write(part, (fault) => (fault ? reject(fault) : resolve()))
	);
