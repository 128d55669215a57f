import { logFault } from './log.ts';

/**
 * Begins work that an answer does not wait for, once the answer has left, so that the time it takes tells
 * nobody anything.
 */
export const aside =
	(what: string) =>
	async (work: () => Promise<void>): Promise<void> => {
		setImmediate(() => void work().catch((fault: unknown) => logFault(fault, what)));
	};
