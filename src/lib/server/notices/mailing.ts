/** The letter that says there is something at the desk, and nothing else: no child, no kind, no word of it. */
export const asLetter = (origin: URL) => ({
	subject: 'Waymark',
	text: `There is something for you at the desk.\n\n${new URL('/desk', origin).href}`
});
