import type { ListedReferral } from './reading.ts';

/** Where a referral stands, in one word, and who holds the child now, in one sentence. */
export type Standing = {
	word: 'On its way' | 'Delivered' | 'Opened' | 'Accepted' | 'Declined' | 'Could not be read';
	kind: 'waiting' | 'path' | 'done' | 'danger';
	holder: string;
};

const here = 'The school holds the child';

/** A decision outweighs everything before it. Until a service has accepted, the school holds the child. */
export function standing({
	recipientName,
	deliveredAt,
	events
}: Pick<ListedReferral, 'recipientName' | 'deliveredAt' | 'events'>): Standing {
	const came = new Set(events.map(({ state }) => state));
	if (came.has('accepted'))
		return { word: 'Accepted', kind: 'done', holder: `${recipientName} holds the child.` };
	if (came.has('declined'))
		return {
			word: 'Declined',
			kind: 'danger',
			holder: `${here}. Decide what happens next, and write down why.`
		};
	if (came.has('not understood'))
		return {
			word: 'Could not be read',
			kind: 'danger',
			holder: `${here}. Telephone ${recipientName}.`
		};
	if (came.has('opened'))
		return { word: 'Opened', kind: 'path', holder: `${here} until ${recipientName} decides.` };
	if (deliveredAt)
		return {
			word: 'Delivered',
			kind: 'waiting',
			holder: `${here} until ${recipientName} answers.`
		};
	return {
		word: 'On its way',
		kind: 'waiting',
		holder: `${here}. The referral has not arrived yet.`
	};
}
