import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { staff } from '#lib/server/accounts/index.ts';
import * as cases from '#lib/server/cases/index.ts';
import * as concerns from '#lib/server/concerns/index.ts';
import { organisations, seed } from '#lib/server/demonstration/index.ts';
import { themes } from '#lib/server/demonstration/stories.ts';
import { aSigner } from '#lib/server/ledger/testing.ts';
import { list } from '#lib/server/organisations/index.ts';
import { pupils } from '#lib/server/pupils/index.ts';
import { aHouse } from '#lib/server/testing.ts';
import { everyLetter, type Seeded } from './letters.ts';

const folder = 'src/lib/server';

const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('.ts') && !/(\.test|testing)\.ts$/.test(file))
	.map((file) => ({ file, text: readFileSync(`${folder}/${file}`, 'utf8') }));

const mailing = import.meta.glob<object>('/src/lib/server/*/mailing.ts', { eager: true });

/** Every function of a `mailing.ts`, by its domain and name. */
const writing = Object.entries(mailing).flatMap(([file, exported]) =>
	Object.entries(exported)
		.filter(([, value]) => typeof value === 'function')
		.map(([name]) => `${file.split('/').at(-2)} ${name}`)
);

describe('letters', () => {
	test('are written in a mailing.ts of their domain, where they can be found', () => {
		const elsewhere = sources.filter(
			({ file, text }) =>
				!file.endsWith('/mailing.ts') && !file.startsWith('mail/') && /\bsubject\s*[:=]/.test(text)
		);

		expect(writing).toContain('ledger asMail');
		expect(elsewhere.map(({ file }) => file)).toEqual([]);
	});

	test('are all in the list, and nothing is in it that is not there', () => {
		expect(Object.keys(everyLetter).sort()).toEqual(writing.sort());
	});
});

/** A signature, a hash or a key, in base64 or in hexadecimal digits: long, unbroken, and never without a digit. */
const opaque = /(?=\S*\d)[\w+/-]{32,}={0,2}/g;

describe('of a seeded school', () => {
	let place: Awaited<ReturnType<typeof aHouse>>;
	let seeded: Seeded;
	let names: Set<string>;
	let sayings: string[];

	beforeAll(async () => {
		const at = new Date('2026-11-10T12:00:00Z');
		place = await aHouse();
		await seed(place.house, at);
		const all = await list(place.house.platform);
		const id = all.find(({ name }) => name === organisations.school)?.id ?? '';
		const { db } = await place.house.lease(id);
		seeded = { school: db, signer: aSigner(id), at };
		names = await namesIn(seeded);
		sayings = await sayingsIn(seeded);
	});

	afterAll(() => place.end());

	/**
	 * What of the school's own stands in a text: a name as a word, and what was said or written anywhere. A word
	 * inside a signature or a hash is chance, not a name: now and then one holds *ada*.
	 */
	const told = (text: string): string[] => [
		...text
			.replace(opaque, ' ')
			.split(/[^\p{L}\p{M}’'-]+/u)
			.filter((word) => names.has(word.toLowerCase())),
		...sayings.filter((each) => text.toLowerCase().includes(each))
	];

	const textOf = async (name: string) => {
		const { to, subject, text, attachment } = (await everyLetter[name]?.(seeded)) ?? {};
		return [to, subject, text, attachment?.name, attachment?.type, attachment?.content].join('\n');
	};

	test('a name, a category and a sentence would be noticed', async () => {
		const [pupil] = await seeded.school.select().from(pupils);
		const [concern] = await seeded.school.select().from(concerns.concerns);
		const [category] = Object.keys(themes);
		const [first] = (concern?.seenOrHeard ?? '').split(/[.!?]/);

		for (const secret of [pupil?.givenName, pupil?.familyName, category, concern?.reference, first])
			expect(told(`Dear lead, ${secret} is new today.`)).not.toEqual([]);
		expect(names.size).toBeGreaterThan(500);
		expect(sayings.length).toBeGreaterThan(300);
	});

	test.each(Object.keys(everyLetter))(
		'%s tells no name, no category and no word of a concern',
		async (name) => {
			const text = await textOf(name);

			expect(text.length).toBeGreaterThan(20);
			expect(told(text)).toEqual([]);
		}
	);
});

async function namesIn({ school }: Seeded): Promise<Set<string>> {
	const roll = await school.select().from(pupils);
	const adults = await school.select().from(staff);
	const all = [
		...roll.flatMap(({ givenName, familyName }) => [givenName, familyName]),
		...adults.flatMap(({ name }) => name.split(' '))
	];
	return new Set(all.map((each) => each.toLowerCase()));
}

async function sayingsIn({ school }: Seeded): Promise<string[]> {
	const noticed = await school.select().from(concerns.concerns);
	const opened = await school.select().from(cases.cases);
	const sentences = noticed
		.flatMap(({ seenOrHeard, childsWords }) => `${seenOrHeard}. ${childsWords}`.split(/[.!?]/))
		.map((each) => each.trim())
		.filter((each) => each.length > 10);
	const references = [...noticed, ...opened].map(({ reference }) => reference);
	return [...new Set([...Object.keys(themes), ...sentences, ...references])].map((each) =>
		each.toLowerCase()
	);
}
