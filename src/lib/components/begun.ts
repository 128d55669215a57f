/** What somebody began, by the address of its form. It names a record by its reference at most. */
export function begunInWords(form: string): string {
	const [, , room = '', reference = '', what = '', which = ''] = form.split('/');
	if (room === 'concerns' && reference === 'new') return 'A concern';
	if (room === 'concerns' && what === 'additions') return `Something to add to ${reference}`;
	if (room === 'concerns') return `A decision on ${reference}`;
	if (room === 'inbox') return `An answer to ${reference}`;
	if (room === 'referrals') return `A step in ${reference}`;
	return `${begunInACase[what + which] ?? 'A referral from'} ${reference}`;
}

const begunInACase: Record<string, string> = {
	entries: 'An entry for',
	actions: 'An action for',
	closing: 'Closing',
	reopening: 'Opening again',
	contacts: 'A contact in',
	'pictures?abuse': 'A picture of domestic abuse in',
	'pictures?substances': 'A picture of substances in',
	plan: 'A support plan in',
	disagreements: 'A disagreement in'
};
