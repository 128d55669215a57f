import { randomUUID } from 'node:crypto';
import type { Staff } from '../../src/lib/server/access/index.ts';
import * as cases from '../../src/lib/server/cases/index.ts';
import * as concerns from '../../src/lib/server/concerns/index.ts';
import type { Database } from '../../src/lib/server/db/index.ts';
import { seeded } from '../../src/lib/server/demonstration/random.ts';
import { inventPupils, keepSchool } from '../../src/lib/server/demonstration/school.ts';
import * as organisations from '../../src/lib/server/organisations/index.ts';
import { openPlain } from './plain.ts';

/** How long the chronology is that the bench reads. */
export const entries = 200;

export async function addSchool(house: organisations.House, name: string): Promise<{ id: string }> {
	const added = await organisations.add(house, { name, kind: 'school', demonstration: true });
	if (added === 'name taken') throw new Error('The bench has a folder of its own');
	return added;
}

/** A school of 1,000 pupils with one case, and that case's chronology filled up. */
export async function fill(db: Database<'organisation'>, staff: Staff) {
	const roll = inventPupils(seeded(1), new Date());
	await keepSchool(db, roll, [{ id: 'lead', name: staff.name, job: 'Lead' }]);
	const pupilId = roll[0]?.id ?? '';
	const logged = await concerns.log(db, staff, aConcern(pupilId));
	if (logged === 'no such pupil') throw new Error('The bench has that pupil');
	const decision = {
		does: 'Speak.',
		by: '2027-01-01',
		decision: 'open a case',
		why: 'For the bench.'
	} as const;
	const { caseReference = '' } = await cases.triage(db, staff, logged.reference, decision);
	for (let entry = 3; entry < entries; entry += 1)
		await cases.note(db, staff, caseReference, {
			kind: 'fact',
			says: 'What happened. '.repeat(20)
		});
	const read = await cases.read(db, staff, caseReference);
	if (!read || read === 'step up' || read.chronology.length !== entries)
		throw new Error(`The chronology is not ${entries} long`);
	return { id: read.id, reference: caseReference, pupilId };
}

export const aConcern = (pupil: string): concerns.Noticed => ({
	key: randomUUID(),
	children: [{ id: pupil, part: null }],
	noticedOn: '2026-11-23',
	noticedTime: '08:15',
	place: 'Corridor',
	seenOrHeard: 'Said something.',
	childsWords: 'Words.',
	doneAlready: 'Listened.',
	urgency: 'same day'
});

/** The same tables and rows in an unencrypted file, copied through SQL: an encrypted file cannot be. */
export async function plainCopy(db: Database<'organisation'>, file: string): Promise<string> {
	const plain = await openPlain(file);
	const tables = await db.run(
		`select name, sql from sqlite_schema where sql is not null and name not like 'sqlite_%' and type in ('table', 'index') order by type desc`
	);
	await plain.execute('pragma foreign_keys=off');
	for (const { sql } of tables.rows) await plain.execute(String(sql));
	for (const { name, sql } of tables.rows) {
		if (!String(sql).startsWith('CREATE TABLE')) continue;
		const { rows, columns } = await db.run(`select * from "${String(name)}"`);
		const marks = columns.map(() => '?').join(', ');
		if (rows.length > 0)
			await plain.batch(
				rows.map((row) => ({
					sql: `insert into "${String(name)}" values (${marks})`,
					args: columns.map((_, index) => row[index] ?? null)
				})),
				'write'
			);
	}
	plain.close();
	return file;
}
