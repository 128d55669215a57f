export {
	canonical,
	fingerprintOf,
	isAsSigned,
	parseCheckpoint,
	type Checkpoint
} from './checkpoint.ts';
export {
	askForCheckpoint,
	checkpoint,
	checkpointsSince,
	everyCheckpoint,
	newestCheckpointAt,
	overview,
	takeCheckpoint,
	type Kept
} from './checkpointing.ts';
export { exported, lineOf } from './exporting.ts';
export { asFile, asMail } from './mailing.ts';
export { doneToPeople, readersOf, type Done, type Reader } from './readers.ts';
export { byLink, mustBeWritable, record, recordAll, type Entry, type Who } from './recording.ts';
export { recordNotShown, recordRefusal } from './refusing.ts';
export { noSession, recordSignIn, type SignInEvent } from './signing-in.ts';
export { firstBroken, verify } from './verifying.ts';
