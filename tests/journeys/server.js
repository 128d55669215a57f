// Serves a demonstration of its own for the journeys, in a folder that goes when they are done.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const dataDir = mkdtempSync(join(tmpdir(), 'waymark-journeys-'));
const PORT = process.env.JOURNEYS_PORT ?? '';
const env = { ...process.env, DATA_DIR: dataDir, PORT, ORIGIN: `http://localhost:${PORT}` };

const seeded = spawnSync(process.execPath, ['bin/waymark.js', 'seed'], { env, stdio: 'inherit' });
if (seeded.status !== 0) process.exit(1);

const server = spawn(process.execPath, ['src/server.ts'], { env, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill('SIGTERM'));
server.on('exit', (code) => {
	rmSync(dataDir, { recursive: true, force: true });
	process.exit(code ?? 0);
});
