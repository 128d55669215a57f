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
	overview,
	takeCheckpoint,
	type Kept
} from './checkpointing.ts';
export { exported, lineOf } from './exporting.ts';
export { asFile, asMail } from './mailing.ts';
export { readersOf, type Reader } from './readers.ts';
export { mustBeWritable, record, recordAll, type Entry, type Who } from './recording.ts';
export { recordNotShown, recordRefusal } from './refusing.ts';
export { noSession, recordSignIn, type SignInEvent } from './signing-in.ts';
export { firstBroken, verify } from './verifying.ts';
