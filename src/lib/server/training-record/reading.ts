import { eq } from 'drizzle-orm';
import { may, type Staff } from '../access/index.ts';
import * as accounts from '../accounts/index.ts';
import { csvOf } from '../csv.ts';
import { today } from '../days.ts';
import { write, type Database } from '../db/index.ts';
import * as ledger from '../ledger/index.ts';
import type { Module } from '../training/index.ts';
import { trainingCompletions } from './schema.ts';
import { standings, type Standing } from './standing.ts';

type Known = Pick<Module, 'id' | 'title' | 'version'>;

/** How one stands oneself to each module, by its id. It is one’s own, and no reading. */
export async function own(
	db: Database<'organisation'>,
	staff: Staff,
	modules: readonly Known[],
	at = new Date()
): Promise<Record<string, Standing> | 'not found'> {
	if (!may(staff, 'do training')) {
		await ledger.recordRefusal(db, staff, 'do training', at);
		return 'not found';
	}
	const theirs = await db
		.select()
		.from(trainingCompletions)
		.where(eq(trainingCompletions.staffId, staff.id));
	return standings(modules, theirs);
}

/** Where it is known who there is, and what they did. */
export type Place = { platform: Database<'platform'>; db: Database<'organisation'> };

/** Somebody who may do training, and how they stand to each module. */
export type Trained = { staffId: string; name: string; standings: Record<string, Standing> };

/** Who of one’s own organisation did which module, when and in which version, and who did not. The listing is written down. */
export const list = (
	place: Place,
	staff: Staff,
	modules: readonly Known[],
	at = new Date()
): Promise<Trained[] | 'not found'> => readAll(place, staff, modules, 'listed', at);

/** The same as CSV, a line for each person and module. That it was taken away is written down. */
export async function exported(
	place: Place,
	staff: Staff,
	modules: readonly Known[],
	at = new Date()
): Promise<string | 'not found'> {
	const people = await readAll(place, staff, modules, 'exported', at);
	if (people === 'not found') return people;
	const head = ['name', 'module', 'title', 'done', 'in the version of', 'on'];
	const lines = people.flatMap(({ name, standings: theirs }) =>
		modules.map(({ id, title }) => [name, id, title, ...inCells(theirs[id])])
	);
	return csvOf(head, lines);
}

const inCells = (standing: Standing | undefined): string[] =>
	standing === undefined || standing.is === 'not done'
		? ['not done', '', '']
		: [standing.is, standing.version, today(standing.at)];

async function readAll(
	{ platform, db }: Place,
	staff: Staff,
	modules: readonly Known[],
	did: 'listed' | 'exported',
	at: Date
): Promise<Trained[] | 'not found'> {
	const act = 'read the training record';
	if (!may(staff, act)) {
		await ledger.recordRefusal(db, staff, act, at);
		return 'not found';
	}
	const members = await accounts.membersOf(platform, staff.organisation.id);
	const called = await accounts.asCalledHere(db, members);
	const completions = await write(db, async (tx) => {
		await ledger.record(tx, staff, { did, object: 'training', id: 'all' }, at);
		return tx.select().from(trainingCompletions);
	});
	return called
		.filter((member) => may(member, 'do training'))
		.map(({ staffId, name }) => {
			const theirs = completions.filter((one) => one.staffId === staffId);
			return { staffId, name, standings: standings(modules, theirs) };
		});
}
