import { may, type Staff } from '../access/index.ts';
import { write, type Database } from '../db/index.ts';
import { record, recordRefusal } from '../ledger/index.ts';
import type { Organisation } from '../organisations/index.ts';
import { timesWith } from '../referrals/index.ts';
import { allBetween, type Standard, type Turn } from './between.ts';
import { measured, type Measured } from './measuring.ts';
import { isPartner, partnersOf } from './partners.ts';

/** Each partner with what stands between the two, and whether one of their proposals waits for an answer here. */
export type Partner = {
	id: string;
	name: string;
	stands: Standard | undefined;
	waits: boolean;
	late: number;
};

/** Every partner of this organisation among those of the platform. No child is named: the listing is no reading. */
export async function partners(
	db: Database<'organisation'>,
	staff: Staff,
	organisations: readonly Organisation[],
	at = new Date()
): Promise<Partner[]> {
	if (!may(staff, 'see standards')) return [];
	return write(db, async (tx) => {
		const all: Partner[] = [];
		for (const { id, name } of partnersOf(staff, organisations)) {
			const { stands, proposals, places } = await allBetween(tx, id);
			const waits = proposals.some(
				(each) => !each.proposedHere && places.get(each.id) === 'proposed'
			);
			const figures = measured(await timesWith(tx, staff, id, at), stands, at);
			all.push({ id, name, stands, waits, late: figures.reduce((sum, { late }) => sum + late, 0) });
		}
		return all;
	});
}

export type Proposal = Standard & { place: string; turns: Turn[]; mayAnswer: boolean };

/** What stands with one partner, what was proposed, and what happened. */
export type Shared = {
	name: string;
	stands: Standard | undefined;
	proposals: Proposal[];
	figures: Measured[];
	mayKeep: boolean;
};

/** What stands between this organisation and one partner. The reading is written down: it names referrals. */
export async function read(
	db: Database<'organisation'>,
	staff: Staff,
	partner: Organisation | undefined,
	at = new Date()
): Promise<Shared | undefined> {
	if (!may(staff, 'see standards') || !partner || !isPartner(staff, partner)) {
		await recordRefusal(db, staff, 'see standards', at);
		return undefined;
	}
	return write(db, async (tx) => {
		await record(tx, staff, { did: 'read', object: 'standards', id: partner.id }, at);
		const { stands, proposals, places, turns } = await allBetween(tx, partner.id);
		const mayKeep = may(staff, 'keep standards');
		return {
			...{ name: partner.name, stands, mayKeep },
			figures: measured(await timesWith(tx, staff, partner.id, at), stands, at),
			proposals: proposals.toReversed().map((each) => {
				const place = places.get(each.id) ?? 'proposed';
				const mayAnswer = mayKeep && !each.proposedHere && place === 'proposed';
				return { ...each, place, mayAnswer, turns: turns.filter((t) => t.standardId === each.id) };
			})
		};
	});
}
