import { canonical, type Checkpoint } from './checkpoint.ts';

/** A checkpoint as the file that is taken away. Its name says when, and nothing of whom. */
export const asFile = (checkpoint: Checkpoint) => ({
	name: `waymark-checkpoint-${checkpoint.at.slice(0, 10)}-entry-${checkpoint.entry}.json`,
	type: 'application/json',
	content: `${canonical(checkpoint)}\n`
});

/** What the lead is sent each day: nothing of what the ledger says, only how it can be held to it. */
export const asMail = (checkpoint: Checkpoint) => ({
	subject: 'Waymark: today’s checkpoint of the ledger',
	text: [
		'The attached file is a signed checkpoint of your ledger, in which every reading and every change is written down.',
		`It covers everything up to entry ${checkpoint.entry}, as it was on ${checkpoint.at}.`,
		'Keep it where Waymark cannot reach it, such as in this mailbox. Whoever changes the ledger afterwards, even with every key, cannot make it agree with this file again.',
		`The key that signed it has the fingerprint\n${checkpoint.fingerprint}\nIt should be the same every day. If it is not, ask why.`,
		'There is nothing to do today.'
	].join('\n\n'),
	attachment: asFile(checkpoint)
});
