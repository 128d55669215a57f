import { expect, test } from 'vitest';
import { write } from '../db/index.ts';
import { aSchool, amal, bea, dee, fillTheLedger, later, ledgerOf, noon } from '../testing.ts';
import * as notices from './index.ts';

const says = 'A role was changed.';

async function told(...staffIds: string[]) {
	const db = await aSchool();
	await write(db, (tx) => notices.tell(tx, staffIds, { says, about: 'C-4K7M-2QHD' }, noon));
	return db;
}

test('a person sees what they were told, and nobody else does', async () => {
	const db = await told(dee.id, dee.id);

	expect(await notices.unseen(db, dee)).toMatchObject([{ says, about: 'C-4K7M-2QHD', at: noon }]);
	expect(await notices.unseen(db, amal)).toEqual([]);
});

test('the newest comes first', async () => {
	const db = await told(dee.id);
	await write(db, (tx) => notices.tell(tx, [dee.id], { says: 'The newer one.' }, later(1)));

	expect((await notices.unseen(db, dee)).map((notice) => notice.says)).toEqual([
		'The newer one.',
		says
	]);
});

test('one that was put away is not shown again, and the ledger says so once', async () => {
	const db = await told(dee.id);
	const [notice] = await notices.unseen(db, dee);

	expect(await notices.see(db, dee, notice?.id ?? '', later(1))).toBe('seen');
	expect(await notices.see(db, dee, notice?.id ?? '', later(2))).toBe('seen');

	expect(await notices.unseen(db, dee)).toEqual([]);
	expect(await ledgerOf(db)).toEqual([`dee saw notice ${notice?.id}`]);
});

test('nobody puts away what another was told', async () => {
	const db = await told(dee.id, amal.id);
	const [notice] = await notices.unseen(db, dee);

	expect(await notices.see(db, bea, notice?.id ?? '')).toBe('not found');

	expect(await notices.unseen(db, dee)).toHaveLength(1);
	expect(await ledgerOf(db)).toEqual([`bea was not shown notice ${notice?.id}`]);
});

test('nothing is put away when it cannot be written in the ledger', async () => {
	const db = await told(dee.id);
	const [notice] = await notices.unseen(db, dee);
	await fillTheLedger(db);

	await expect(notices.see(db, dee, notice?.id ?? '')).rejects.toThrow();

	expect(await notices.unseen(db, dee)).toHaveLength(1);
});
