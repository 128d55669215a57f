import { logFault } from './log.ts';
import * as mail from './mail/index.ts';
import type { Letter } from './mail/index.ts';

/** Sends a letter that holds a secret, at once. One that could not be sent is logged, and is not kept. */
export const sendingFrom =
	({ config }: App.Locals['house']) =>
	async (letter: Letter): Promise<void> => {
		const outcome = await mail.sendNow(config, letter);
		if (outcome !== 'sent') logFault(outcome, 'a letter');
	};
