/** The letter to those who are told that somebody's roles changed. It names nobody and no role. */
export const asLetter = () => ({
	subject: 'Waymark: a role was changed',
	text: 'A role was changed in Waymark. Sign in to see it.'
});
