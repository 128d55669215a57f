import { answerDue, type Received } from './inbox.ts';
import { openBy } from './due.ts';
import { standingAfter, type Place, type Standing as Folded, type Taken } from './loop.ts';
import type { ListedReferral } from './reading.ts';

/** Where a referral stands, in words: who holds the child, what happens next, and by when. */
export type Standing = Omit<Folded, 'holder'> & {
	word: string;
	kind: 'waiting' | 'path' | 'done' | 'danger';
	/** Who holds the child, in one sentence. */
	holder: string;
	heldBy: Folded['holder'];
	/** What happens next, and who does it; empty once it is over. */
	next: string;
};

type Told = Pick<Standing, 'word' | 'kind' | 'holder' | 'next'>;
type Words = (who: string, supports: string) => Told;

const told = (word: string, kind: Told['kind'], holder: string, next = ''): Told => ({
	...{ word, kind, holder, next }
});

const here = 'The school holds the child';
const returned = `${here}. Decide what happens next, and write down why.`;
const closing = 'The school says what comes next, and closes this.';
const over = `${here}. This referral is over.`;

const atSchool: Record<Place, Words> = {
	sent: (who) => told('Sent', 'waiting', `${here} until ${who} answers.`, `${who} opens it.`),
	opened: (who) => told('Opened', 'path', `${here} until ${who} decides.`, `${who} decides.`),
	'information needed': (who) =>
		told(
			'Information needed',
			'danger',
			`${here}. ${who} needs to know something before it decides.`,
			`The school gives ${who} what it asked for.`
		),
	accepted: (who) =>
		told('Accepted', 'done', `${who} holds the child.`, `${who} is in touch with them.`),
	waiting: (who, supports) =>
		told(
			'On a waiting list',
			'waiting',
			`${here} while they wait for ${who}. Meanwhile they are supported by: ${supports}`,
			`${who} begins, or says how long it is still.`
		),
	'in progress': (who) =>
		told('In progress', 'done', `${who} holds the child.`, `${who} says how it goes.`),
	declined: () => told('Declined', 'danger', returned, closing),
	'could not engage': () => told('Could not engage', 'danger', returned, closing),
	outcome: () => told('There is an outcome', 'done', returned, closing),
	'stepped up': () => told('Stepped up', 'danger', returned, closing),
	'stepped down': () => told('Stepped down', 'done', returned, closing),
	'not understood': (who) =>
		told('Could not be read', 'danger', `${here}. Telephone ${who}.`, closing),
	closed: () => told('Closed', 'done', over),
	withdrawn: () => told('Withdrawn', 'waiting', over),
	'entered in error': () => told('Entered in error', 'waiting', over)
};

const inWords = ({ holder, ...folded }: Folded, { word, kind, ...words }: Told): Standing => ({
	...folded,
	...words,
	...{ word, kind, heldBy: holder }
});

/** It was sent a second time, with what the service had asked for. */
const isAnswered = ({ place }: Folded, events: readonly Taken[]): boolean =>
	place === 'sent' && events.some(({ state }) => state === 'information given');

/** Where a referral stands at the school that sent it. */
export function standing(
	sent: Pick<
		ListedReferral,
		'recipientName' | 'deliveredAt' | 'events' | 'answerBy' | 'sentAt' | 'way'
	>
): Standing {
	const { recipientName, deliveredAt, events, answerBy, sentAt, way } = sent;
	const folded = standingAfter(events, answerBy ?? openBy(sentAt));
	const words = atSchool[folded.place](recipientName, folded.supports);
	if (isAnswered(folded, events))
		return inWords(folded, {
			...words,
			word: 'Information given',
			next: `${recipientName} decides.`
		});
	if (folded.place !== 'sent' || events.length > 0 || way !== 'Waymark')
		return inWords(folded, words);
	if (deliveredAt) return inWords(folded, { ...words, word: 'Delivered' });
	const holder = `${here}. The referral has not arrived yet.`;
	return inWords(folded, { ...words, word: 'On its way', holder });
}

const they = 'the young person';
const yours = `You hold ${they}.`;

const atService: Record<Place, Words> = {
	sent: (who) => told('New', 'waiting', `${who} holds ${they}.`, 'You open it.'),
	opened: (who) =>
		told('Opened', 'waiting', `${who} holds ${they} until you decide.`, 'You decide.'),
	'information needed': (who) =>
		told('Information needed', 'path', `${who} holds ${they}.`, `${who} gives what you asked for.`),
	accepted: () => told('Accepted', 'done', yours, `You are in touch with ${they}.`),
	waiting: (who, supports) =>
		told(
			'On a waiting list',
			'waiting',
			`${who} holds ${they} while they wait. Meanwhile they are supported by: ${supports}`,
			'You begin, or say how long it is still.'
		),
	'in progress': () => told('In progress', 'done', yours, 'You say how it goes.'),
	declined: (who) => told('Declined', 'path', `${who} holds ${they}.`, ends(who)),
	'could not engage': (who) => told('Could not engage', 'path', `${who} holds ${they}.`, ends(who)),
	outcome: (who) => told('There is an outcome', 'done', `${who} holds ${they}.`, ends(who)),
	'stepped up': (who) => told('Stepped up', 'path', `${who} holds ${they}.`, ends(who)),
	'stepped down': (who) => told('Stepped down', 'done', `${who} holds ${they}.`, ends(who)),
	'not understood': (who) =>
		told('Could not be read', 'danger', `${who} holds ${they}.`, ends(who)),
	closed: (who) => told('Closed', 'done', `${who} holds ${they}. This referral is over.`),
	withdrawn: (who) => told('Withdrawn', 'waiting', `${who} holds ${they}. It withdrew this.`),
	'entered in error': (who) =>
		told('Entered in error', 'waiting', `${who} sent this in error. Nothing is for you to do.`)
};

const ends = (who: string) => `${who} says what comes next, and closes this.`;

/** Where a referral stands at the service that received it. */
export function standingReceived(received: Received): Standing {
	const folded = standingAfter(received.events, answerDue(received));
	const words = atService[folded.place](received.senderName, folded.supports);
	return inWords(
		folded,
		isAnswered(folded, received.events)
			? { ...words, word: 'Information given', next: 'You decide.' }
			: words
	);
}
