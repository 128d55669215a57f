import type { Config } from '../config.ts';

/** Where a link leads. */
const addressOf = ({ origin }: Pick<Config, 'origin'>, door: 'r' | 'w', token: string): string =>
	new URL(`/${door}/${token}`, origin).href;

const code =
	'It asks for a code of eight digits, which the school tells you by telephone. You have seven days to open the link. After that it works only in the browser that opened it.';
const unexpected = 'If you did not expect this e-mail, do not open the link.';

/** The letter with a link to one referral. It says that one waits, and nothing of whom or whose: a mailbox may be read by others. */
export const asLetter = (config: Pick<Config, 'origin'>, token: string) => ({
	subject: 'A referral waits for you',
	text: [
		'A school has written a referral for your service on Waymark. You need no account to read it and to answer:',
		addressOf(config, 'r', token),
		code,
		`${unexpected} Without the code it shows nothing.`
	].join('\n\n')
});

/** The letter that asks somebody to write to a school. It says nothing of whom, and not which school. */
export const asAsking = (config: Pick<Config, 'origin'>, token: string) => ({
	subject: 'A school asks you to write to it',
	text: [
		'A school asks you to write to its safeguarding lead on Waymark. You need no account:',
		addressOf(config, 'w', token),
		code,
		`${unexpected} If a young person is in danger now, telephone 999.`
	].join('\n\n')
});
