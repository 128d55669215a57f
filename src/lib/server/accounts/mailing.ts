// Every letter says what its link does, for how long, and what to do when nobody asked for it. None names
// anybody: a mailbox may be read by others.

const closing =
	'The link works once. If you did not expect this letter, leave the link alone and tell whoever looks after Waymark where you work.';

/** The letter with a link to choose a new password. */
export const asReset = (link: string) => ({
	subject: 'Waymark: choose a new password',
	text: [
		'Somebody asked for a new password with this address. If it was you, choose one here within half an hour:',
		link,
		'Nothing has changed yet: the old password still works.',
		closing
	].join('\n\n')
});

/** The letter with a link to choose a first password. */
export const asInvitation = (link: string) => ({
	subject: 'Waymark: you have been invited',
	text: [
		'You have been given an account on Waymark, where adults who look after children write down what worries them. Choose your password here within seven days:',
		link,
		closing
	].join('\n\n')
});

/** The letter to somebody who has an account already and was added to another organisation. */
export const asWelcome = () => ({
	subject: 'Waymark: you have been added to another organisation',
	text: 'Sign in to Waymark as you always do. Under your account you can go to it.'
});
