import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Staff } from '../../src/lib/server/access/index.ts';
import * as cases from '../../src/lib/server/cases/index.ts';
import * as concerns from '../../src/lib/server/concerns/index.ts';
import { readConfig } from '../../src/lib/server/config.ts';
import * as organisations from '../../src/lib/server/organisations/index.ts';
import * as pupils from '../../src/lib/server/pupils/index.ts';
import { aConcern, addSchool, entries, fill, plainCopy } from './filling.ts';
import { measure, print, type Figure } from './measuring.ts';
import { chronologyByHand, logByHand, openAndRead, openPlain, searchByHand } from './plain.ts';

const lead = (organisationId: string): Staff => ({
	id: 'lead',
	accountId: 'lead',
	sessionId: 'bench',
	name: 'Dee Thornbeck',
	roles: ['lead'],
	organisation: { id: organisationId, name: 'Bench', kind: 'school', demonstration: true },
	steppedUpAt: null
});

async function bench(dataDir: string): Promise<Figure[]> {
	const config = readConfig({ DATA_DIR: dataDir, OPEN_ORGANISATIONS: '1' });
	const house = await organisations.openHouse(config);
	const one = await addSchool(house, 'Bench one');
	const other = await addSchool(house, 'Bench two');
	const { db, release } = await house.lease(one.id);
	const filled = await fill(db, lead(one.id));
	const plainFile = await plainCopy(db, join(dataDir, 'plain.db'));
	const plain = await openPlain(plainFile);
	const { id, reference, pupilId } = filled;

	const figures = [
		await measure(
			{
				name: 'log a concern',
				ours: () => concerns.log(db, lead(one.id), aConcern(pupilId)),
				plain: () => logByHand(plain, pupilId, 'lead')
			},
			60
		),
		await measure(
			{
				name: `read a chronology of ${entries} entries`,
				ours: () => cases.read(db, lead(one.id), reference),
				plain: () => chronologyByHand(plain, id)
			},
			60
		),
		await measure(
			{
				name: 'search 1,000 pupils',
				ours: () => pupils.find(db, lead(one.id), 'thorn'),
				plain: () => searchByHand(plain, 'thorn')
			},
			100
		)
	];
	release();
	plain.close();
	figures.unshift(await opening(house, [one.id, other.id], plainFile));
	await house.close();
	return figures;
}

/** With room for one open organisation, each of two takes the other's place: every lease opens a file. */
function opening(house: organisations.House, ids: string[], plainFile: string): Promise<Figure> {
	let turn = 0;
	const ours = async () => {
		const { db, release } = await house.lease(ids[(turn += 1) % ids.length] ?? '');
		await db.$count(pupils.pupils);
		release();
	};
	return measure({ name: 'open an organisation', ours, plain: () => openAndRead(plainFile) }, 40);
}

const folder = mkdtempSync(join(tmpdir(), 'waymark-bench-'));
try {
	print(await bench(folder));
} finally {
	rmSync(folder, { recursive: true, force: true });
}
