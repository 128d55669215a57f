import type { Config } from '../config.ts';

/** Where a link leads. */
const addressOf = ({ origin }: Pick<Config, 'origin'>, token: string): string =>
	new URL(`/r/${token}`, origin).href;

/** The letter with a link to one referral. It says that one waits, and nothing of whom or whose: a mailbox may be read by others. */
export const asLetter = (config: Pick<Config, 'origin'>, token: string) => ({
	subject: 'A referral waits for you',
	text: [
		'A school has written a referral for your service on Waymark. You need no account to read it and to answer:',
		addressOf(config, token),
		'It asks for a code of eight figures, which the school tells you by telephone. The link waits for seven days, and opens in one browser.',
		'If you did not expect this letter, leave the link alone. Whoever has no code is shown nothing.'
	].join('\n\n')
});
