// What must be there before anything runs. Only Node's own library, and nothing newer than Node 20.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	existsSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';

const major = Number(process.versions.node.split('.')[0]);
const installedStamp = 'node_modules/.waymark-installed';
const builtStamp = 'build/.waymark-built';
const builtFrom = [
	'src',
	'content',
	'static',
	'LICENSE',
	'package-lock.json',
	'package.json',
	'svelte.config.js',
	'vite.config.ts'
];

/** Says one sentence and stops. */
export function stop(sentence) {
	console.error(sentence);
	process.exit(1);
}

/** Installs what package-lock.json names, unless that is what is installed. */
export function install() {
	if (major < 20) stop('Waymark needs Node 20 or newer to set itself up.');
	const wanted = digest(['package-lock.json']);
	if (read(installedStamp) === wanted) return;
	console.log('Installing what Waymark needs…');
	const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
		stdio: 'inherit'
	});
	if (status !== 0)
		stop('npm ci did not finish: read its message above, mend that, and start again.');
	writeFileSync(installedStamp, wanted);
}

/** Builds the site, unless what is built came from just these files. */
export function build() {
	const wanted = digest(builtFrom);
	if (read(builtStamp) === wanted) return;
	console.log('Building…');
	const { status } = run(['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error']);
	if (status !== 0) stop('The build did not finish: its message is above.');
	writeFileSync(builtStamp, wanted);
}

/** The Node that everything but this setup runs on: 24, from the optional packages where they fit. */
export function node() {
	const own = 'node_modules/.bin/node';
	if (existsSync(own)) return own;
	if (major < 24)
		stop('Waymark runs on Node 24: there is no package of it for this machine, so install it.');
	return process.execPath;
}

/** Runs a program on that Node and waits. */
export const run = (args, options = {}) =>
	spawnSync(node(), args, { stdio: 'inherit', ...options });

/**
 * Seeds the demonstration when the data folder holds nothing yet. It is made beside the folder and
 * moved there whole, so that one which was interrupted is made anew.
 */
export function seedWhenEmpty(dataDir, env) {
	if (existsSync(dataDir) && readdirSync(dataDir).length > 0) return;
	console.log('Making the demonstration…');
	const part = `${dataDir}.part`;
	rmSync(part, { recursive: true, force: true });
	const { status } = run(['bin/waymark.js', 'seed'], {
		env: { ...env, DATA_DIR: part },
		stdio: ['ignore', 'ignore', 'inherit']
	});
	if (status !== 0) stop('The demonstration could not be made: its message is above.');
	rmSync(dataDir, { recursive: true, force: true });
	renameSync(part, dataDir);
}

/** Runs the server until it is stopped, passing signals on and ending as it ends. */
export function serve(env) {
	const server = spawn(node(), ['src/server.ts'], { stdio: 'inherit', env });
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
		process.on(signal, () => {
			// A terminal sends Ctrl-C to the server as well; only what it does not send is passed on.
			if (signal !== 'SIGINT' || !process.stdin.isTTY) server.kill(signal);
		});
	server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

function digest(paths) {
	const hash = createHash('sha256');
	for (const path of paths.flatMap(filesIn))
		hash.update(path).update('\0').update(readFileSync(path));
	return hash.digest('hex');
}

function filesIn(path) {
	if (!statSync(path).isDirectory()) return [path];
	return readdirSync(path)
		.sort()
		.flatMap((name) => filesIn(join(path, name)));
}
