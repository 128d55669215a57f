import { join } from 'node:path';
import { createClient, type Client } from '@libsql/client';
import { open, type Database } from '../../src/lib/server/db/index.ts';
import { fillDay } from './desk-day.ts';
import { fillDesk } from './desk-filling.ts';
import { openPlain } from './plain.ts';

// A process of its own: in the one that wrote a million rows, gathering a beginning took 130 ms, here and by
// hand, and in a fresh one 20 to 40. A server has not just written them all.
const [folder = '', key = ''] = process.argv.slice(2);

/** The schema of a database, with its triggers, in a file without encryption. */
async function plainSchema(db: Database<'organisation'>, plain: Client): Promise<void> {
	// A full-text index makes its own tables.
	const { rows } = await db.run(
		`select sql from sqlite_schema where sql is not null and name not like 'sqlite_%' and name not like 'search_words_%'
			order by case type when 'table' then 0 when 'index' then 1 else 2 end`
	);
	for (const { sql } of rows) await plain.execute(String(sql));
}

const url = `file:${join(folder, 'ours.db')}`;
const empty = await open('organisation', { url, key });
const plain = await openPlain(join(folder, 'plain.db'));
await plainSchema(empty, plain);
empty.close();
const ours = createClient({ url, encryptionKey: key, concurrency: 1 });
await fillDesk(ours);
await fillDay(ours);
ours.close();
await fillDesk(plain);
await fillDay(plain);
plain.close();
