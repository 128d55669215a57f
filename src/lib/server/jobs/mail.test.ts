import {
	existsSync,
	mkdirSync,
	readdirSync,
	rmSync,
	symlinkSync,
	unlinkSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { readConfig } from '../config.ts';
import * as mail from '../mail/index.ts';
import { letters } from '../mail/schema.ts';
import { aMailServer, lettersIn, parsed, refusal, type Arrived } from '../mail/testing.ts';
import type { House } from '../organisations/index.ts';
import { aHouse, noon } from '../testing.ts';
import { startMail } from './index.ts';

let place: Awaited<ReturnType<typeof aHouse>>;
let faults: unknown[];

beforeEach(async () => {
	place = await aHouse();
	faults = [];
	vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'], now: noon });
});

afterEach(async () => {
	vi.useRealTimers();
	await place.end();
});

const settings = (env: NodeJS.ProcessEnv): House => ({
	...place.house,
	config: readConfig({ ORIGIN: 'https://waymark.example.org', ...env })
});
const bySmtp = (port: number) =>
	settings({ SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'letters@waymark.example.org' });

/** The mail, which is over with the test. */
function started(house: House, more: { patience?: number } = {}) {
	const running = startMail(house, { report: (fault) => faults.push(fault), ...more });
	onTestFinished(() => running.stop());
	return running;
}

const post = (name: string) =>
	mail.post(place.house.platform, {
		to: `${name}@moss.example`,
		subject: 'Waymark',
		text: 'Nothing to do.'
	});

/** Lets so many minutes pass, and what is due then be done. */
async function after(minutes: number, running: { settled(): Promise<void> }) {
	vi.advanceTimersByTime(minutes * 60_000);
	await running.settled();
}

const rows = () => place.house.platform.select().from(letters);
const unsent = async () =>
	(await rows()).filter(({ sentAt }) => !sentAt).map(({ to }) => to.replace('@moss.example', ''));
const names = (arrived: Arrived[]) =>
	arrived.map((each) => each.for.join().replace('@moss.example', ''));

type Answer = NonNullable<NonNullable<Parameters<typeof aMailServer>[0]>['onRcptTo']>;

/** Answers the recipients for whom there is something to say, as long as there is. */
const refusing = (left: Record<string, number[]>): { onRcptTo: Answer } => ({
	onRcptTo: ({ address }, _, done) => {
		const next = left[address.replace('@moss.example', '')]?.shift();
		done(next ? refusal(next) : null);
	}
});
const always = (code: number) => Array.from({ length: 1_000 }, () => code);

describe('what waits', () => {
	test('before the mail starts is sent in the order in which it was posted, and marked', async () => {
		const { arrived, port } = await aMailServer();
		for (const name of ['dee', 'ash', 'bea']) await post(name);

		await started(bySmtp(port)).settled();

		expect(names(arrived)).toEqual(['dee', 'ash', 'bea']);
		expect(await rows()).toMatchObject(
			Array.from({ length: 3 }, () => ({ sentAt: noon, attempts: 0 }))
		);
		expect(faults).toEqual([]);
	});

	test('is sent once, however often the mail looks or starts', async () => {
		const { arrived, port } = await aMailServer();
		await post('dee');
		for (let time = 0; time < 2; time += 1) {
			const running = started(bySmtp(port));
			await running.settled();
			await after(60, running);
			await running.stop();
		}

		expect(names(arrived)).toEqual(['dee']);
	});

	test('leaves when the mail is woken, and by itself after ten seconds', async () => {
		const { arrived, port } = await aMailServer();
		const running = started(bySmtp(port));
		await running.settled();

		await post('dee');
		running.wake();
		await running.settled();
		expect(names(arrived)).toEqual(['dee']);

		await post('ash');
		await after(1 / 6, running);
		expect(names(arrived)).toEqual(['dee', 'ash']);
	});

	test('leaves also when it was posted while the mail was on its way', async () => {
		const onItsWay = Promise.withResolvers<() => void>();
		let came = 0;
		const { port } = await aMailServer({
			onData: (stream, _, done) =>
				stream.resume().on('end', () => {
					came += 1;
					if (came === 1) onItsWay.resolve(done);
					else done();
				})
		});
		await post('dee');
		const running = started(bySmtp(port));
		const arrive = await onItsWay.promise;
		await post('ash');
		running.wake();
		arrive();
		await running.settled();

		expect(await unsent()).toEqual([]);
	});

	test('goes with its file, and when it was written, into the folder where there is no mail server', async () => {
		const attachment = { name: 'checkpoint.json', type: 'application/json', content: '{"ü":1}\n' };
		const letter = { to: 'dee@moss.example', subject: 'Grüße', text: 'Keep it 🗝️', attachment };
		await mail.post(place.house.platform, letter, new Date('2026-11-10T08:00:00Z'));

		await started(settings({ MAIL_DIR: join(place.folder, 'letters') })).settled();

		const [found] = await lettersIn(join(place.folder, 'letters'));
		expect(found).toMatchObject({
			subject: 'Grüße',
			text: 'Keep it 🗝️',
			date: new Date('2026-11-10T08:00:00Z')
		});
		expect(found?.attachments[0]?.content).toEqual(Buffer.from(attachment.content));
		expect(await unsent()).toEqual([]);
	});
});

describe('a letter that could not be sent', () => {
	test('because its address is refused holds back no other', async () => {
		const { arrived, port } = await aMailServer(refusing({ dee: always(550) }));
		for (const name of ['ash', 'dee', 'bea']) await post(name);

		await started(bySmtp(port)).settled();

		expect(names(arrived)).toEqual(['ash', 'bea']);
		expect(await unsent()).toEqual(['dee']);
		expect(faults).toEqual([new mail.NotSent('A letter could not be sent')]);
	});

	test('because the server was busy goes the next time', async () => {
		const { arrived, port } = await aMailServer(refusing({ dee: [451, 421] }));
		await post('dee');
		const running = started(bySmtp(port));
		await running.settled();
		expect(names(arrived)).toEqual([]);

		await after(1, running);
		expect(names(arrived)).toEqual([]);
		await after(2, running);

		expect(names(arrived)).toEqual(['dee']);
		expect(await rows()).toMatchObject([{ attempts: 2 }]);
	});

	test.each(['onMailFrom', 'onData'] as const)(
		'because the connection was cut off (%s) goes the next time',
		async (at) => {
			let cutting = true;
			const takesAll = (_: unknown, __: unknown, done: () => void) =>
				cutting ? server.cut() : done();
			const takesData = (stream: Readable, __: unknown, done: () => void) => {
				stream.resume().on('end', () => (cutting ? server.cut() : done()));
			};
			const server = await aMailServer({ [at]: at === 'onData' ? takesData : takesAll });
			await post('dee');
			const running = started(bySmtp(server.port));
			await running.settled();
			expect(await unsent()).toEqual(['dee']);
			cutting = false;

			await after(1, running);

			expect(await unsent()).toEqual([]);
		}
	);

	test('because the server was down goes when it is back', async () => {
		const down = await aMailServer();
		await down.stop();
		for (const name of ['dee', 'ash']) await post(name);
		const running = started(bySmtp(down.port));
		await running.settled();
		expect(await unsent()).toEqual(['dee', 'ash']);
		const { arrived } = await aMailServer({}, '127.0.0.1', down.port);

		await after(1, running);

		expect(names(arrived)).toEqual(['dee', 'ash']);
		expect(faults).toHaveLength(2);
	});

	test('because the folder cannot be made goes when it can', async () => {
		const folder = join(place.folder, 'letters');
		writeFileSync(folder, 'A file in its place');
		await post('dee');
		const running = started(settings({ MAIL_DIR: folder }));
		await running.settled();
		expect(faults).toMatchObject([{ cause: { code: 'EEXIST' } }]);
		rmSync(folder);

		await after(1, running);

		expect(await lettersIn(folder)).toHaveLength(1);
		expect(await unsent()).toEqual([]);
	});

	test.skipIf(!existsSync('/dev/full'))(
		'because the disk is full goes when there is room, and is never there by half',
		async () => {
			const folder = join(place.folder, 'letters');
			mkdirSync(folder);
			const part = join(folder, '20261110T120000000Z.1.eml.part');
			symlinkSync('/dev/full', part);
			await post('dee');
			const running = started(settings({ MAIL_DIR: folder }));
			await running.settled();
			expect(faults).toMatchObject([{ cause: { code: 'ENOSPC' } }]);
			expect(await lettersIn(folder)).toEqual([]);
			unlinkSync(part);

			await after(1, running);

			expect(readdirSync(folder)).toEqual(['20261110T120000000Z.1.eml']);
		}
	);

	test('is tried at once by a server that starts, and waits from there as long as before', async () => {
		const { arrived, port } = await aMailServer(refusing({ dee: [450, 450, 450] }));
		await post('dee');
		for (let time = 0; time < 2; time += 1) {
			const running = started(bySmtp(port));
			await running.settled();
			await running.stop();
		}
		const running = started(bySmtp(port));
		await running.settled();

		await after(3, running);
		expect(names(arrived)).toEqual([]);
		await after(1, running);
		expect(names(arrived)).toEqual(['dee']);
	});

	test('is tried after 1, 2, 4, … minutes and then every hour, and for five days', async () => {
		const folder = join(place.folder, 'letters');
		writeFileSync(folder, 'A file in its place');
		const asked: number[] = [];
		await post('dee');
		const running = startMail(settings({ MAIL_DIR: folder }), {
			report: () => asked.push((Date.now() - noon.getTime()) / 60_000)
		});
		await running.settled();
		for (let minute = 0; minute < 4 * 60; minute += 1) await after(1, running);
		for (let hour = 4; hour < 6 * 24; hour += 1) await after(60, running);

		const pauses = asked.slice(1).map((at, index) => Math.round(at - (asked[index] ?? 0)));
		expect(pauses.slice(0, 8)).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
		expect(asked.at(-1)).toBeGreaterThan(4.9 * 24 * 60);
		expect(asked.at(-1)).toBeLessThan(5.1 * 24 * 60);
		expect(await unsent()).toEqual(['dee']);
		await running.stop();
	});
});

describe('the mail', () => {
	test('sends nothing twice because it could not mark it, and marks it when it can', async () => {
		const { arrived, port } = await aMailServer();
		await place.house.platform.run(
			`create trigger full before update of sent_at on letters begin select raise(abort, 'full'); end`
		);
		for (const name of ['dee', 'ash']) await post(name);
		const running = started(bySmtp(port));
		await running.settled();
		expect(names(arrived)).toEqual(['dee', 'ash']);
		await after(10, running);
		expect(await unsent()).toEqual(['dee', 'ash']);
		expect(faults.length).toBeGreaterThan(1);
		await place.house.platform.run('drop trigger full');

		await after(1, running);

		expect(await unsent()).toEqual([]);
		expect(names(arrived)).toEqual(['dee', 'ash']);
	});

	test('goes on after its database failed', async () => {
		const { arrived, port } = await aMailServer();
		await place.house.platform.run('alter table letters rename to gone');
		const running = started(bySmtp(port));
		await running.settled();
		expect(faults).toHaveLength(1);
		await place.house.platform.run('alter table gone rename to letters');
		await post('dee');

		await after(1, running);

		expect(names(arrived)).toEqual(['dee']);
	});

	test('that was stopped sends nothing more', async () => {
		const { arrived, port } = await aMailServer();
		const running = started(bySmtp(port));
		await running.stop();
		await post('dee');

		running.wake();
		await after(60, running);

		expect(arrived).toEqual([]);
	});

	test('that is stopped lets the letter on its way arrive, and leaves the rest for the next start', async () => {
		const onItsWay = Promise.withResolvers<() => void>();
		const { port } = await aMailServer({
			onData: (stream, _, done) => stream.resume().on('end', () => onItsWay.resolve(done))
		});
		for (const name of ['dee', 'ash']) await post(name);
		const running = started(bySmtp(port));
		const arrive = await onItsWay.promise;

		const stopped = running.stop();
		arrive();
		await stopped;

		expect(await unsent()).toEqual(['ash']);
		expect(faults).toEqual([]);
	});

	test('that is stopped does not wait for a mail server that says nothing', async () => {
		const onItsWay = Promise.withResolvers<void>();
		const { port } = await aMailServer({ onMailFrom: () => onItsWay.resolve() });
		await post('dee');
		const running = started(bySmtp(port), { patience: 1 });
		await onItsWay.promise;

		await running.stop();

		expect(await unsent()).toEqual(['dee']);
		expect(faults).toMatchObject([{ cause: { code: 'EABORT' } }]);
	});

	test('gives a letter the same Message-ID each time, so that a mailbox knows the second', async () => {
		const ids: unknown[] = [];
		const { port } = await aMailServer({
			onData: (stream, _, done) => {
				void text(stream)
					.then(parsed)
					.then(({ messageId }) => {
						ids.push(messageId);
						done(ids.length === 1 ? refusal(451) : null);
					});
			}
		});
		for (const name of ['dee', 'ash']) await post(name);
		const running = started(bySmtp(port));
		await running.settled();
		await after(1, running);

		expect(ids).toEqual([
			'<20261110T120000000Z.1@waymark.example.org>',
			'<20261110T120000000Z.2@waymark.example.org>',
			'<20261110T120000000Z.1@waymark.example.org>'
		]);
	});
});
