// Takes in a feed of 20,000 services, once in one go and once killed half way and resumed: `npm run bench:import`.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asc } from 'drizzle-orm';
import { services } from '../../src/lib/server/directory/index.ts';
import { open } from '../../src/lib/server/db/index.ts';
import { feeding, madeUp } from '../../src/lib/server/open-referral/feeding.ts';

const many = 20_000;
const most = { seconds: 60, megabytes: 300 };
const made = Array.from({ length: many }, (_, number) => madeUp(number));

let onPage = (page: number): void => void page;
const feed = await feeding(made, (page) => onPage(page));

/** The most memory that a process has held, in MB, as Linux counts it; what it was when it has ended. */
function mostOf(pid: number | undefined, before: number): number {
	try {
		const [, kilobytes = '0'] =
			/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
		return Math.max(before, Number(kilobytes) / 1024);
	} catch {
		return before;
	}
}

/** One life of `waymark directory import`; it gives what the command said, or nothing when it was killed. */
async function live(
	folder: string,
	killAt?: number
): Promise<{ seconds: number; said: string; peak: number }> {
	const began = performance.now();
	const child = spawn('bin/waymark.js', ['directory', 'import', feed.address, '--allow-private'], {
		stdio: ['ignore', 'pipe', 'inherit'],
		env: { ...process.env, DATA_DIR: folder, NODE_NO_WARNINGS: '1' }
	});
	let peak = 0;
	const watch = setInterval(() => (peak = mostOf(child.pid, peak)), 50);
	onPage = (page) => void (page === killAt && child.kill('SIGKILL'));
	let said = '';
	child.stdout.on('data', (part: Buffer) => (said += part.toString()));
	await new Promise((over) => child.once('close', over));
	clearInterval(watch);
	return { seconds: (performance.now() - began) / 1000, said, peak };
}

async function sumOf(folder: string): Promise<string> {
	const published = await open('public', { url: `file:${folder}/public.db` });
	const rows = await published.select().from(services).orderBy(asc(services.sourceId));
	published.close();
	const hash = createHash('sha256');
	// Not the ids that a folder makes of its own, nor when it was read: only whether there is such a moment.
	const own = { id: '', feedId: '' };
	for (const row of rows)
		hash.update(
			JSON.stringify({ ...row, ...own }, (name, value: unknown) =>
				name.endsWith('At') ? value !== null : value
			)
		);
	return `${rows.length} ${hash.digest('hex')}`;
}

const folders = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'waymark-import-')));
try {
	const [whole = '', cut = ''] = folders;
	const once = await live(whole);
	const { peak } = once;
	console.log(
		`${many.toLocaleString('en-GB')} services: ${once.seconds.toFixed(1)} s, at most ${peak.toFixed(0)} MB`
	);

	const killed = await live(cut, many / 100 / 2);
	const resumed = await live(cut);
	const [one, other] = [await sumOf(whole), await sumOf(cut)];
	console.log(
		`Killed half way after ${killed.seconds.toFixed(1)} s, resumed in ${resumed.seconds.toFixed(1)} s`
	);
	console.log(one === other ? '  The same rows.' : '  NOT THE SAME ROWS.');
	if (
		!once.said.includes(`Taken in: ${many}.`) ||
		one !== other ||
		killed.said ||
		once.seconds > most.seconds ||
		peak > most.megabytes
	)
		process.exitCode = 1;
} finally {
	await feed.close();
	for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
