/** The letter to everybody who is told that the glass was broken. It names nobody and no record. */
export const asLetter = () => ({
	subject: 'Waymark: a restricted record was opened',
	text: [
		'In Waymark somebody opened a record that only a few may open. They had to say why.',
		'Sign in to see it.'
	].join('\n\n')
});
