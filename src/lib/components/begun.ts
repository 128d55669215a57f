/** What a form is, by its address, for whoever began it. It names a record by its reference at most. */
export function begunInWords(form: string): string {
	const [, , room = '', reference = '', what = ''] = form.split('/');
	if (room === 'concerns' && reference === 'new') return 'Log a concern';
	if (room === 'concerns') return `Decide on ${reference}`;
	if (room === 'inbox') return `Answer referral ${reference}`;
	return what === 'entries' ? `Add to case ${reference}` : `Refer from case ${reference}`;
}
