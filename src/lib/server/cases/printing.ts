import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { Staff } from '../access/index.ts';
import type { StepUp } from '../concerns/index.ts';
import { write, type Database } from '../db/index.ts';
import { record } from '../ledger/index.ts';
import { read, type Case } from './reading.ts';

export const printing = v.object({
	password: v.pipe(
		v.optional(v.string(), ''),
		v.check(
			(given) => given === '' || [...given].length >= 12,
			'Write a password of at least 12 letters, or leave this empty'
		),
		v.maxLength(127, 'Keep the password under 128 letters')
	)
});

/** What a case's paper says: the child, and what happened, the first first. */
const asPaper = ({ reference, pupil, chronology }: Case) => ({
	kind: 'chronology' as const,
	reference,
	child: {
		name: `${pupil.givenName} ${pupil.familyName}`,
		born: pupil.bornOn,
		year: pupil.year,
		form: pupil.form
	},
	entries: [...chronology]
		.reverse()
		.map(({ at, happenedOn, kind, by, says, seenOrHeard, childsWords }) => ({
			...{ at, kind, by, says: [says, seenOrHeard].filter(Boolean).join('\n') },
			...(happenedOn ? { happenedOn } : {}),
			...(childsWords ? { childsWords } : {})
		}))
});

/**
 * A case's chronology as a file that `make` makes, for somebody who may print it. The reading is written down,
 * and then the printing with the file's SHA-256, by which a copy that turns up is known.
 */
export async function print(
	db: Database<'organisation'>,
	staff: Staff,
	reference: string,
	make: (paper: ReturnType<typeof asPaper>) => Promise<Uint8Array>,
	at = new Date()
): Promise<Uint8Array | StepUp | undefined> {
	const found = await read(db, staff, reference, at, 'print a chronology');
	if (!found || found === 'step up') return found;
	const file = await make(asPaper(found));
	const sha256 = createHash('sha256').update(file).digest('hex');
	const entry = { did: `printed ${sha256}`, object: 'case', id: reference };
	await write(db, (tx) => record(tx, staff, entry, at));
	return file;
}
