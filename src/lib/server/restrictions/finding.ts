import type { Act, Staff } from '../access/index.ts';
import type { Tx } from '../db/index.ts';
import type { Restrictable } from './standing.ts';

/** A record that can be restricted, with the reference that people know it by. */
export type Known = Restrictable & { reference: string };

/** The record that stands behind a reference, and those it stands on, whoever asks; if there is one. */
export type Find = (
	tx: Tx,
	reference: string
) => Promise<(Known & { within: Known[] }) | undefined>;

type Looked = { id: string; reference: string; loggedById?: string };

/**
 * What the acts of this folder must know of a kind of record. Its own domain says it, and hands it in:
 * the other domains stand on this one.
 */
export type Kind = {
	object: Known['object'];
	/** What reading one is: who may never do it is not worth naming. */
	reading: Act;
	/** One record, for somebody who may do this act to it. */
	look: (
		tx: Tx,
		staff: Staff,
		act: Act,
		reference: string,
		at: Date
	) => Promise<Looked | 'step up' | undefined>;
	/** The records that it stands on, which lists would go on showing. */
	within: (tx: Tx, id: string) => Promise<Known[]>;
};
