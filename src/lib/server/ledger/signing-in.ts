import { write, type Database } from '../db/index.ts';
import { record, type Who } from './recording.ts';

/** What can happen to a person's way in. */
export type SignInEvent =
	| 'signed in'
	| 'signed out'
	| 'was not recognised'
	| 'was made to wait'
	| 'stepped up'
	| 'ended a session'
	| 'hid the desk'
	| 'came back'
	| 'changed the password'
	| 'asked to reset the password'
	| 'reset the password'
	| 'added a second factor'
	| 'removed a second factor'
	| 'used a recovery code'
	| 'made new recovery codes';

/** What stands for the session of somebody who has none, such as one whose password was wrong. */
export const noSession = 'none';

/** Writes down what happened to a person's way in, in the ledger of the organisation they come to. */
export const recordSignIn = (
	db: Database<'organisation'>,
	who: Who,
	event: SignInEvent,
	at = new Date()
): Promise<void> =>
	write(db, (tx) => record(tx, who, { did: event, object: 'session', id: who.sessionId }, at));
