import { randomBytes } from 'node:crypto';
import pino from 'pino';

const log = pino({ base: null });

// The frames of a stack, without the message above them: a message may quote what somebody typed,
// and drizzle's does (`Failed query: … params: …`).
function frames(fault: Error): string[] {
	const stack = fault.stack ?? '';
	const at = stack.indexOf(fault.message);
	const below = at < 0 ? '' : stack.slice(at + fault.message.length);
	return below.split('\n').filter((line) => /^ {4}at /.test(line));
}

const codeOf = (fault: Error): string | undefined => {
	const { code } = (fault.cause ?? fault) as { code?: unknown };
	return typeof code === 'string' && /^[A-Z_]+$/.test(code) ? code : undefined;
};

/** Logs a fault under a new reference and gives the reference. Nothing that anybody typed is logged. */
export function logFault(fault: unknown, where: string | null): string {
	const reference = randomBytes(4).toString('hex');
	const known = fault instanceof Error ? fault : new Error();
	log.error({
		reference,
		where,
		fault: known.name,
		code: codeOf(known),
		frames: frames(known)
	});
	return reference;
}

/** Logs something that happened to the server itself. */
export const logEvent = (what: string): void => log.info(what);
