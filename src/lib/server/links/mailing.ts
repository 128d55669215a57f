import type { Config } from '../config.ts';

/** Where a link leads. */
const addressOf = ({ origin }: Pick<Config, 'origin'>, door: 'r' | 'w', token: string): string =>
	new URL(`/${door}/${token}`, origin).href;

/** The letter with a link to one referral. It says that one waits, and nothing of whom or whose: a mailbox may be read by others. */
export const asLetter = (config: Pick<Config, 'origin'>, token: string) => ({
	subject: 'A referral waits for you',
	text: [
		'A school has written a referral for your service on Waymark. You need no account to read it and to answer:',
		addressOf(config, 'r', token),
		'It asks for a code of eight figures, which the school tells you by telephone. The link waits for seven days, and opens in one browser.',
		'If you did not expect this letter, leave the link alone. Whoever has no code is shown nothing.'
	].join('\n\n')
});

/** The letter that asks somebody to write to a school. It says nothing of whom, and not which school. */
export const asAsking = (config: Pick<Config, 'origin'>, token: string) => ({
	subject: 'A school asks you to write to it',
	text: [
		'A school asks you to write to its safeguarding lead on Waymark. You need no account:',
		addressOf(config, 'w', token),
		'It asks for a code of eight figures, which the school tells you by telephone. The link waits for seven days, and opens in one browser.',
		'If you did not expect this letter, leave the link alone. If a child is in danger now, telephone 999.'
	].join('\n\n')
});
