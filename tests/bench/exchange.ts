// `node tests/bench/exchange.ts`: 1,000 messages of 100 referrals between two organisations, while the process
// that carries them is killed (SIGKILL) at 500 random instants. Prints what was lost, doubled or out of order.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { killDelivering } from '../faults/killing.ts';

const folder = mkdtempSync(join(tmpdir(), 'waymark-bench-'));
const kills = Number(process.argv[2] ?? 500);
const referrals = Number(process.argv[3] ?? 100);
const began = Date.now();
try {
	const outcome = await killDelivering(folder, { referrals, kills, mostAlive: 150 });
	console.log(
		JSON.stringify({ ...outcome, seconds: Math.round((Date.now() - began) / 1000) }, null, 2)
	);
	process.exitCode =
		outcome.lost + outcome.doubled + outcome.outOfOrder + outcome.wrong.length > 0 ? 1 : 0;
} finally {
	rmSync(folder, { recursive: true });
}
