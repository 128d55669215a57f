import { randomUUID } from 'node:crypto';
import { createClient, type Client, type InStatement } from '@libsql/client';

/** The same SQL by hand on an unencrypted libSQL file, with the same durability and one connection. */
export async function openPlain(file: string): Promise<Client> {
	const client = createClient({ url: `file:${file}`, timeout: 2000, concurrency: 1 });
	for (const pragma of [
		'journal_mode=wal',
		'synchronous=full',
		'cache_size=-512',
		'foreign_keys=on'
	])
		await client.execute(`pragma ${pragma}`);
	return client;
}

export const openAndRead = async (file: string): Promise<void> => {
	const client = await openPlain(file);
	await client.execute('select count(*) from pupils');
	client.close();
};

/** The same entry in the ledger, without the seal that chains it. */
export const ledgered = (did: string): InStatement[] => [
	'select * from ledger order by number desc limit 1',
	{
		sql: `insert into ledger (at, staff_id, session_id, did, object, object_id, hash)
			values (?, 'lead', 'bench', ?, 'bench', 'bench', '')`,
		args: [Date.now(), did]
	}
];

export const logByHand = (client: Client, pupilId: string, staffId: string) => {
	const id = randomUUID();
	return client.batch(
		[
			{
				sql: `insert into concerns (id, reference, noticed_on, noticed_time, place, seen_or_heard,
					childs_words, done_already, urgency, logged_by, logged_at, form_key)
					values (?, ?, '2026-11-23', '08:15', 'Corridor', 'Said something.', 'Words.', 'Listened.', 'same day', ?, ?, ?)`,
				args: [id, id, staffId, Date.now(), id]
			},
			{ sql: 'insert into concern_pupils values (?, ?)', args: [id, pupilId] },
			...ledgered('logged')
		],
		'write'
	);
};

export const chronologyByHand = (client: Client, caseId: string) =>
	inOneBatch(client, 'read', {
		sql: `select chronology.*, staff.name, concerns.seen_or_heard, concerns.childs_words
			from chronology left join staff on staff.id = chronology.staff_id
			left join concerns on concerns.reference = chronology.about
			where case_id = ? order by at desc`,
		args: [caseId]
	});

export const searchByHand = (client: Client, letters: string) =>
	inOneBatch(client, 'searched', {
		sql: `select id, given_name, family_name, year, form, born_on from pupils
			where instr(findable, ?) > 0 order by family_name, given_name, id limit 12`,
		args: [` ${letters}`]
	});

const inOneBatch = (client: Client, did: string, statement: InStatement) =>
	client.batch([...ledgered(did), statement], 'write');
