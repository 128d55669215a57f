import { expect, test } from 'vitest';
import { asc } from 'drizzle-orm';
import * as accounts from '../accounts/index.ts';
import { write } from '../db/index.ts';
import { letters } from '../mail/schema.ts';
import * as notices from '../notices/index.ts';
import * as organisations from '../organisations/index.ts';
import { aHouse, noon } from '../testing.ts';
import { startNotices } from './notices.ts';

test('a letter says that there is something at the desk, once, and not a word of what it is', async () => {
	const { house, end } = await aHouse();
	const added = await organisations.add(house, {
		name: 'Mosshowe',
		kind: 'school',
		demonstration: true
	});
	if (added === 'name taken') throw new Error('The test has a house of its own');
	await accounts.add(house, {
		...{ email: 'dee@mosshowe.example', name: 'Dee Thornbeck', password: 'paint on the stone' },
		...{ organisationId: added.id, roles: ['lead'], staffId: 'dee', job: 'Lead' }
	});
	const { db, release } = await house.lease(added.id);
	const says = 'A concern waits that somebody must read now.';
	await write(db, (tx) => notices.tell(tx, ['dee'], { says, urgent: 'yes' }, noon));
	const faults: unknown[] = [];
	const job = startNotices(house, { report: (fault) => faults.push(fault), now: () => noon });
	await job.settled();
	job.wake();
	await job.settled();
	await job.stop();

	const sent = await house.platform.select().from(letters).orderBy(asc(letters.number));
	expect(faults).toEqual([]);
	expect(sent.map(({ to, subject }) => [to, subject])).toEqual([
		['dee@mosshowe.example', 'Waymark']
	]);
	expect(sent[0]?.text).toContain('There is something for you at the desk.');
	expect(sent[0]?.text).not.toContain('concern');
	release();
	await end();
});
