import { randomBytes } from 'node:crypto';
import {
	chmodSync,
	existsSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { describe, expect, onTestFinished, test } from 'vitest';
import { bytesOf, ownFolder, settingsOf } from '../../../../tests/faults/testing.ts';
import { staff } from '../accounts/index.ts';
import type { Config } from '../config.ts';
import { CannotOpen, write } from '../db/index.ts';
import { add } from './adding.ts';
import { openHouse, type House } from './house.ts';
import { unwrap } from './keys.ts';
import { byId, list } from './listing.ts';
import { organisations } from './schema.ts';

const oneSentence = /^[^\n]+[^.\n]\.$/;
const marker = 'Amal teaches history';

async function openedHouse(config: Config = settingsOf(ownFolder())): Promise<House> {
	const house = await openHouse(config);
	let closed = false;
	const close = house.close;
	house.close = async () => {
		if (!closed) await close();
		closed = true;
	};
	onTestFinished(() => house.close());
	return house;
}

async function added(house: House, name: string): Promise<string> {
	const outcome = await add(house, { name, kind: 'school' });
	if (outcome === 'name taken') expect.fail('The name was taken');
	return outcome.id;
}

async function hire(house: House, organisation: string): Promise<void> {
	const { db, release } = await house.lease(organisation);
	await write(db, (tx) => tx.insert(staff).values({ id: 'amal', name: marker, job: 'teacher' }));
	release();
}

/** A house with one school and one teacher in it, closed again. */
async function closedHouse(): Promise<{ config: Config; school: string }> {
	const house = await openedHouse();
	const school = await added(house, 'Cairnfield');
	await hire(house, school);
	await house.close();
	return { config: house.config, school };
}

const refusal = async (config: Config): Promise<string> => {
	const fault = await openHouse(config).then(
		(house) => house.close().then(() => expect.fail('It opened')),
		(fault: unknown) => fault
	);
	expect(fault).toBeInstanceOf(CannotOpen);
	expect((fault as Error).message).toMatch(oneSentence);
	return (fault as Error).message;
};

/** All that matters of a folder: not the lock, and not the memory that SQLite shares between connections. */
const dataOf = (folder: string) =>
	Object.entries(bytesOf(folder)).filter(([file]) => !/lock|-shm$/.test(file));

describe('a house', () => {
	test('on an empty folder makes everything it needs, readable by this user alone', async () => {
		const folder = join(ownFolder(), 'not', 'yet');

		const house = await openedHouse(settingsOf(folder));

		expect(await list(house.platform)).toEqual([]);
		expect(statSync(folder).mode & 0o777).toBe(0o700);
		for (const key of ['master.key', 'platform.key'])
			expect(statSync(join(folder, key)).mode & 0o777).toBe(0o600);
	});

	test('that was closed opens again with what was in it', async () => {
		const { config, school } = await closedHouse();

		const house = await openedHouse(config);
		const { db } = await house.lease(school);

		expect((await list(house.platform)).map(({ name }) => name)).toEqual(['Cairnfield']);
		expect(await db.select().from(staff)).toMatchObject([{ name: marker }]);
	});

	test('is open once: a second opening of its folder is refused until it is closed', async () => {
		const house = await openedHouse();

		const said = await refusal(house.config);

		expect(said).toMatch(/^Another Waymark is running on .*: stop it first, or choose another/);
		await house.close();
		await openedHouse(house.config);
	});

	test('that could not be opened holds nothing: mended, it opens', async () => {
		const { config } = await closedHouse();
		const published = join(config.dataDir, 'public.db');
		for (const name of readdirSync(config.dataDir))
			if (name.startsWith('public.db')) rmSync(join(config.dataDir, name));
		writeFileSync(published, 'no database '.repeat(1000));

		expect(await refusal(config)).toMatch(/^The public database .*not a database/);

		rmSync(published);
		await openedHouse(config);
	});

	test('in a place where a file stands says so', async () => {
		const file = join(ownFolder(), 'file');
		writeFileSync(file, 'Minutes');

		expect(await refusal(settingsOf(file))).toContain('check that it is a folder');
		expect(readFileSync(file, 'utf8')).toBe('Minutes');
	});

	test('keeps no more organisations open than it was told to', async () => {
		const house = await openedHouse(settingsOf(ownFolder(), { OPEN_ORGANISATIONS: '2' }));

		for (const name of ['Ashby', 'Birch', 'Cedar'])
			(await house.lease(await added(house, name))).release();

		expect(house.leases.size).toBe(2);
	});

	test('that has lost the file of an organisation says so, and makes no empty one in its place', async () => {
		const config = settingsOf(ownFolder());
		const house = await openedHouse(config);
		const id = await added(house, 'Ashby');
		const file = join(config.dataDir, 'organisations', `${id}.db`);
		rmSync(file);

		await expect(house.lease(id)).rejects.toThrow(/is missing beside data that needs it/);
		expect(existsSync(file)).toBe(false);
	});
});

describe('a master key', () => {
	test('that is gone beside data is asked for, and no new one is made', async () => {
		const { config } = await closedHouse();
		rmSync(config.masterKeyFile);
		const before = dataOf(config.dataDir);

		const said = await refusal(config);

		expect(said).toMatch(/^The master key is missing: put it back at .* or set MASTER_KEY/);
		expect(existsSync(config.masterKeyFile)).toBe(false);
		expect(dataOf(config.dataDir)).toEqual(before);
	});

	test.each([[['platform.key']], [['platform.db']], [['platform.key', 'platform.db']]])(
		'that is gone together with %s is still asked for',
		async (gone) => {
			const { config } = await closedHouse();
			for (const file of ['master.key', ...gone]) rmSync(join(config.dataDir, file));
			const before = dataOf(config.dataDir);

			expect(await refusal(config)).toMatch(/^The master key is missing/);
			expect(dataOf(config.dataDir)).toEqual(before);
		}
	);

	test('that is another one opens nothing and changes nothing', async () => {
		const { config } = await closedHouse();
		const before = dataOf(config.dataDir);

		const other = { MASTER_KEY: randomBytes(32).toString('base64url') };
		const said = await refusal(settingsOf(config.dataDir, other));

		expect(said).toMatch(/does not open with this master key; nothing was changed\.$/);
		expect(dataOf(config.dataDir)).toEqual(before);
	});

	test('may come from the environment, and then none is kept beside the data', async () => {
		const given = { MASTER_KEY: randomBytes(32).toString('base64url') };

		const house = await openedHouse(settingsOf(ownFolder(), given));

		expect(existsSync(house.config.masterKeyFile)).toBe(false);
	});
});

describe('a part of the platform', () => {
	test.each(['platform.key', 'platform.db'])(
		'such as %s that is gone beside data is asked for, and no new one is made',
		async (part) => {
			const { config } = await closedHouse();
			rmSync(join(config.dataDir, part));
			const before = dataOf(config.dataDir);

			expect(await refusal(config)).toContain(`${part} is missing beside data that needs it`);
			expect(dataOf(config.dataDir)).toEqual(before);
		}
	);

	test('that a crash kept from being made on the first day is made on the next', async () => {
		const house = await openedHouse();
		await house.close();
		for (const name of readdirSync(house.config.dataDir))
			if (name.startsWith('platform.db')) rmSync(join(house.config.dataDir, name));

		const again = await openedHouse(house.config);

		expect(await list(again.platform)).toEqual([]);
	});
});

describe('an organisation', () => {
	test('has a key of its own, which is wrapped and stands nowhere in clear', async () => {
		const house = await openedHouse();
		const ids = [await added(house, 'Ashby'), await added(house, 'Birch')];
		const rows = await house.platform.select().from(organisations);

		const keys = rows.map(({ id, wrappedKey }) => unwrap(wrappedKey, id, house.master));
		const platformKey = unwrap(
			readFileSync(join(house.config.dataDir, 'platform.key'), 'utf8'),
			'platform',
			house.master
		);

		expect(rows.map(({ id }) => id).sort()).toEqual(ids.sort());
		expect(new Set([...keys, platformKey]).size).toBe(3);
		const { dataDir } = house.config;
		for (const file of Object.keys(bytesOf(dataDir)))
			for (const key of [...keys, platformKey])
				expect(readFileSync(join(dataDir, file)).includes(key)).toBe(false);
	});

	test('lies in a file of its own, and nothing of it stands in clear in any file', async () => {
		const house = await openedHouse();
		const school = await added(house, 'Cairnfield');
		await hire(house, school);
		const { dataDir } = house.config;

		const files = Object.keys(bytesOf(dataDir));

		expect(files).toContain(join('organisations', `${school}.db`));
		expect(files).toContain(join('organisations', `${school}.db-wal`));
		for (const file of files)
			for (const text of [marker, 'Cairnfield'])
				expect(readFileSync(join(dataDir, file)).includes(text)).toBe(false);
	});

	test('sees nothing of another', async () => {
		const house = await openedHouse();
		const [one, other] = [await added(house, 'Ashby'), await added(house, 'Birch')];
		await hire(house, one);

		const { db } = await house.lease(other);

		expect(await db.select().from(staff)).toEqual([]);
	});

	test('does not open with the key of another', async () => {
		const house = await openedHouse(settingsOf(ownFolder(), { OPEN_ORGANISATIONS: '1' }));
		const [one, other] = [await added(house, 'Ashby'), await added(house, 'Birch')];
		const rows = await house.platform.select().from(organisations);
		const wrappedKey = rows.find(({ id }) => id === other)?.wrappedKey;
		await write(house.platform, (tx) =>
			tx.update(organisations).set({ wrappedKey }).where(eq(organisations.id, one))
		);

		await expect(house.lease(one)).rejects.toThrow(/does not open with this master key/);
	});

	test('whose wrapped key was destroyed opens nevermore', async () => {
		const { config, school } = await closedHouse();
		const house = await openedHouse(config);
		await write(house.platform, (tx) => tx.update(organisations).set({ wrappedKey: '' }));

		await expect(house.lease(school)).rejects.toThrow(CannotOpen);
	});

	test('that is not there is not made by asking for it', async () => {
		const house = await openedHouse();

		await expect(house.lease('nobody')).rejects.toThrow('There is no such organisation here.');
		expect(readdirSync(join(house.config.dataDir, 'organisations'))).toEqual([]);
	});

	test('of a name that is taken is not added', async () => {
		const house = await openedHouse();
		const first = await added(house, 'Ashby');

		expect(await add(house, { name: 'Ashby', kind: 'service' })).toBe('name taken');
		expect(await list(house.platform)).toMatchObject([{ id: first, kind: 'school' }]);
	});

	test('of an id that is taken is not added, and keeps its data', async () => {
		const { config, school } = await closedHouse();
		const house = await openedHouse(config);

		const again = await add(house, { name: 'Another name', kind: 'school', id: school });

		expect(again).toBe('name taken');
		const { db } = await house.lease(school);
		expect(await db.$count(staff)).toBe(1);
	});

	test('is placed at the address that the settings give, with its id in it', async () => {
		const folder = ownFolder();
		const house = await openedHouse(
			settingsOf(ownFolder(), { ORGANISATION_DATABASE_URL: `file:${folder}/{id}.db` })
		);

		const id = await added(house, 'Ashby');

		expect(existsSync(join(folder, `${id}.db`))).toBe(true);
		expect(readdirSync(join(house.config.dataDir, 'organisations'))).toEqual([]);
	});

	test('is told of by name and kind, and nothing of its key is', async () => {
		const house = await openedHouse();
		const birch = await added(house, 'Birch');
		await add(house, { name: 'Ashby', kind: 'partnership', demonstration: true });

		const all = await list(house.platform);

		expect(all.map(({ name, kind }) => [name, kind])).toEqual([
			['Ashby', 'partnership'],
			['Birch', 'school']
		]);
		expect(await byId(house.platform, birch)).toEqual({
			id: birch,
			name: 'Birch',
			kind: 'school',
			demonstration: false
		});
		expect(await byId(house.platform, 'nobody')).toBeUndefined();
	});
});

test('no file of the house is for anybody else, also in a folder that others may look into', async () => {
	const config = settingsOf(ownFolder());
	chmodSync(config.dataDir, 0o755);
	process.umask(0o022);
	const house = await openedHouse(config);
	await hire(house, await added(house, 'Cairnfield'));

	const files = readdirSync(config.dataDir, { recursive: true, encoding: 'utf8' });
	const open = files.filter((file) => statSync(join(config.dataDir, file)).mode & 0o077);

	expect(files.filter((file) => /\.db(-wal|-shm)?$/.test(file)).length).toBeGreaterThan(5);
	expect(open).toEqual([]);
});
