// Serves a demonstration of its own for the journeys, in a folder that goes when they are done.
import { spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';

const dataDir = process.env.JOURNEYS_DATA ?? '';
const PORT = process.env.JOURNEYS_PORT ?? '';
const env = { ...process.env, DATA_DIR: dataDir, PORT, ORIGIN: `http://localhost:${PORT}` };

for (const args of [['bin/waymark.js', 'seed'], ['tests/journeys/minting.ts']]) {
	const { status } = spawnSync(process.execPath, args, { env, stdio: 'inherit' });
	if (status !== 0) process.exit(1);
}

const server = spawn(process.execPath, ['src/server.ts'], { env, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill('SIGTERM'));
server.on('exit', (code) => {
	rmSync(dataDir, { recursive: true, force: true });
	process.exit(code ?? 0);
});
