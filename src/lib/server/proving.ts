import { tooMany } from './waiting.ts';

/** What a page answers when somebody did not prove themselves: the status, and a sentence for the field. */
export function notProved(
	outcome: 'not recognised' | { wait: number },
	setHeaders: (headers: Record<string, string>) => void,
	wrong = 'That did not match. A code works once: wait for the next one and try that'
): { status: 422 | 429; problem: string } {
	if (outcome === 'not recognised') return { status: 422, problem: wrong };
	const { says, retryAfter } = tooMany(outcome.wait);
	setHeaders({ 'retry-after': retryAfter });
	return { status: 429, problem: says };
}
