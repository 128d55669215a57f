import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Paper, Printing } from './making.ts';
import { documents } from './places.ts';

// Five hundred entries take most of a second, in which the server would answer nobody (decision 22). A minute
// is more than the longest case takes.
const patience = 60_000;

const program = (): string =>
	join(documents(), '..', '..', 'src', 'lib', 'server', 'documents', 'child.ts');

/**
 * A paper as a tagged PDF (PDF/UA-1, as Typst holds it to), with who printed it and when on every page.
 * With a password, nobody opens it without. It is made in a process of its own, so that nobody waits for it.
 */
export async function asPdf(paper: Paper, printing: Printing): Promise<Uint8Array> {
	const child = spawn(process.execPath, [program()], {
		stdio: ['pipe', 'pipe', 'ignore'],
		timeout: patience,
		// It needs nothing of what the server knows: no key, and no folder.
		env: {}
	});
	const ended = once(child, 'close');
	// A child that could not begin has closed what is written to it: its end says so.
	child.stdin.on('error', () => undefined);
	child.stdin.end(JSON.stringify({ paper, printing }));
	const [pdf, [code]] = await Promise.all([buffer(child.stdout), ended]);
	if (code !== 0) throw new Error('The document could not be made');
	return pdf;
}
