import { logFault } from './log.ts';
import * as mail from './mail/index.ts';
import type { Letter } from './mail/index.ts';

/** Sends a letter that holds a secret, at once, and says whether it went. One that did not is logged, and is not kept. */
export const sendingFrom =
	({ config }: App.Locals['house']) =>
	async (letter: Letter): Promise<boolean> => {
		const outcome = await mail.sendNow(config, letter);
		if (outcome === 'sent') return true;
		logFault(outcome, 'a letter');
		return false;
	};
