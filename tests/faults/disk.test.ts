import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { add, openHouse } from '#lib/server/organisations/index.ts';
import { bytesOf, ownFolder, runApart, settingsOf } from './testing.ts';

const root = process.getuid?.() === 0;
const nobody = 65_534;

/** Lines that open the house in FOLDER, and say in one line how that went. */
const program = (lines: string) => `
	import { rmSync } from 'node:fs';
	import { readConfig } from './src/lib/server/config.ts';
	import { add, openHouse } from './src/lib/server/organisations/index.ts';
	const config = readConfig({ DATA_DIR: process.env.FOLDER });
	const say = (fault) => console.log(fault ? fault.name + ': ' + fault.message : 'open');
	${lines}
`;

/** Root may write where nobody may, so what root starts becomes nobody before it opens anything. */
const asNobody = root ? `process.setgid(${nobody}); process.setuid(${nobody});` : '';

const opening = 'await openHouse(config).then(() => say(), say);';

function give(folder: string, { folders, files }: { folders: number; files: number }): void {
	for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
		const path = join(entry.parentPath, entry.name);
		if (root) chownSync(path, nobody, nobody);
		chmodSync(path, entry.isFile() ? files : folders);
	}
	if (root) chownSync(folder, nobody, nobody);
	chmodSync(folder, folders);
	onTestFinished(() => {
		const kept = ['', 'organisations'].map((name) => join(folder, name)).filter(existsSync);
		for (const path of kept) chmodSync(path, 0o700);
	});
}

const settled = (folder: string) =>
	Object.entries(bytesOf(folder)).filter(([file]) => !/lock|-shm$/.test(file));

describe('a folder that may only be read', () => {
	test('and is empty is refused in one sentence, and nothing is made in it', () => {
		const folder = ownFolder();
		give(folder, { folders: 0o555, files: 0o444 });

		const { stdout } = runApart(program(asNobody + opening), { FOLDER: folder });

		expect(stdout).toBe(
			`CannotOpen: ${folder} cannot be written: check that it is a folder, and whose it is.\n`
		);
		expect(readdirSync(folder)).toEqual([]);
	});

	test('and holds a house is refused in one sentence, and stays as it was', async () => {
		const folder = ownFolder();
		const house = await openHouse(settingsOf(folder));
		await add(house, { name: 'Cairnfield', kind: 'school' });
		await house.close();
		give(folder, { folders: 0o555, files: 0o400 });
		const before = settled(folder);

		const { stdout } = runApart(program(asNobody + opening), { FOLDER: folder });

		expect(stdout).toBe(
			`CannotOpen: ${folder} cannot be written: check that it is a folder, and whose it is.\n`
		);
		expect(settled(folder)).toEqual(before);
	});

	test.each(['lock', 'platform.db', 'public.db', 'organisations'])(
		'and is only the %s of a house that may be written is refused all the same',
		async (part) => {
			const folder = ownFolder();
			await (await openHouse(settingsOf(folder))).close();
			give(folder, { folders: 0o700, files: 0o600 });
			chmodSync(join(folder, part), part === 'organisations' ? 0o555 : 0o444);

			const { stdout } = runApart(program(asNobody + opening), { FOLDER: folder });

			expect(stdout).toMatch(/^CannotOpen: .* cannot be written: check that it is a folder/);
		}
	);

	test('and should hold a new organisation is named when it is added', () => {
		const folder = ownFolder();
		give(folder, { folders: 0o700, files: 0o600 });

		const { stdout } = runApart(
			program(`
				import { chmodSync } from 'node:fs';
				const house = await openHouse(config);
				chmodSync(config.dataDir + '/organisations', 0o555);
				${asNobody}
				await add(house, { name: 'Cairnfield', kind: 'school' }).then(() => say(), say);
			`),
			{ FOLDER: folder }
		);

		expect(stdout).toMatch(
			/^CannotOpen: The organisation database .* cannot be opened or made in its folder: check that it exists and may be written\.\n$/
		);
	});
});

// A file system of its own for one program, in a mount namespace that ends with it.
const apart = root ? ['--mount'] : ['--mount', '--map-root-user'];
const mayMount =
	spawnSync('unshare', [...apart, 'mount', '-t', 'tmpfs', 'waymark', '/mnt']).status === 0;

const megabytes = 60;

/** Runs these lines where only so many KB are free, until they make room. */
function withFree(kilobytes: number, lines: string) {
	const disk = ownFolder();
	const script = `
		mount -t tmpfs -o size=${megabytes}m waymark "$DISK"
		head -c ${megabytes * 1024 - kilobytes}K /dev/zero > "$DISK/ballast"
		exec "$@"`;
	const node = [process.execPath, '--no-warnings', '--input-type=module', '--eval', program(lines)];
	const env = { ...process.env, DISK: disk, FOLDER: join(disk, 'data') };
	const args = [...apart, 'sh', '-e', '-c', script, 'sh', ...node];
	const { stdout, stderr, signal } = spawnSync('unshare', args, { encoding: 'utf8', env });
	expect({ stderr, signal }).toEqual({ stderr: '', signal: null });
	return stdout.trimEnd().split('\n');
}

const makeRoom = `rmSync(config.dataDir + '/../ballast');`;
const full =
	/^CannotOpen: (The disk of .* is full; nothing was changed\.|The \w+ database .* cannot be written because the disk is full; nothing was changed\.|The \w+ database .* cannot be (read or written: the disk answered with an error|opened or made in its folder.*)\.)$/;

// Where this is not permitted, "a full disk is reported as such" beside the data layer tests the same
// sentence, and "that meets a full disk" the same promise, by a bound on the pages of a file.
describe.runIf(mayMount)('a disk that is full (needs leave to mount one)', () => {
	test.each([0, 4, 8, 12, 16, 24, 48, 96, 160])(
		'but for %i KB is reported in one sentence, and the house opens when there is room',
		(free) => {
			const [first, second] = withFree(free, `${opening} ${makeRoom} ${opening}`);

			expect(first).toMatch(full);
			expect(second).toBe('open');
		}
	);

	test('takes no more organisations, keeps those it has, and takes more when there is room', () => {
		const [fault, before, after, ...rest] = withFree(
			8000,
			`
			const house = await openHouse(config);
			const added = [];
			const grow = async () => {
				for (let number = added.length; number < 20; number += 1)
					added.push(await add(house, { name: 'School ' + number, kind: 'school' }));
			};
			const reach = async () => {
				for (const { id } of added) (await house.lease(id)).release();
				console.log(added.length);
			};
			await grow().then(() => say(), say);
			await reach();
			${makeRoom}
			for (const one of await house.platform.run('select id from organisations').then(({ rows }) => rows))
				if (!added.some(({ id }) => id === one.id)) added.push({ id: one.id });
			await grow();
			await reach();
			`
		);

		expect(fault).toMatch(full);
		expect(Number(before)).toBeGreaterThan(1);
		expect(Number(before)).toBeLessThan(20);
		expect(after).toBe('20');
		expect(rest).toEqual([]);
	});
});
