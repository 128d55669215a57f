import type { Tx } from '../db/index.ts';
import * as notices from '../notices/index.ts';
import { present, restrictionOn } from '../restrictions/index.ts';
import { presentWorkers } from './workers.ts';

/** Tells whoever sent a referral that the service did something; nobody who left, or may not know of the case. */
export async function tellSender(
	tx: Tx,
	{ sentBy, caseId, reference }: { sentBy: string; caseId: string; reference: string },
	at: Date
): Promise<void> {
	const restriction = await restrictionOn(tx, { object: 'case', id: caseId }, at);
	const mayKnow = !restriction || restriction.named.includes(sentBy);
	const to = mayKnow ? await present(tx, [sentBy]) : [];
	const says = 'A service has answered a referral of yours.';
	await notices.tell(tx, to, { says, about: reference }, at);
}

/** Tells those of a service who work on a referral, and have not left, that the school did something. */
export async function tellWorkers(
	tx: Tx,
	{ id, reference }: { id: string; reference: string },
	at: Date
): Promise<void> {
	const to = await presentWorkers(tx, id);
	const says = 'A school has written about a referral that you work on.';
	await notices.tell(tx, to, { says, about: reference }, at);
}
