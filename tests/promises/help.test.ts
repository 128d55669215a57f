import { readFileSync } from 'node:fs';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import Door from '#lib/components/help/Door.svelte';
import * as help from '#lib/server/help/index.ts';
import * as services from '#lib/server/help-services/index.ts';

const ages = ['under 13', '13 to 15', '16 or 17', '18 or over', 'rather not say'] as const;
const nations = ['England', 'Scotland', 'Wales', 'Northern Ireland', 'rather not say'] as const;

const now = new Date('2026-11-10T12:00:00Z');
const out = {
	href: '/info/next' as const,
	to: 'https://www.bbc.co.uk/weather',
	at: now.getTime(),
	integrity: 'sha256-x'
};

const around = { out, emergency: services.emergency(), school: undefined };

async function pageOf(said: help.Said) {
	const { head, body } = await render(Door, {
		props: { ...around, page: help.pageFor(said, now) }
	});
	return { head, html: body };
}

/** The page that somebody sees who goes back after they left. */
const plainPage = async (): Promise<string> =>
	(await render(Door, { props: { ...around, page: { aside: help.sealed({}, now) } } })).body;

const skipped = 'rather not say';

const everyPage = () =>
	Promise.all([
		pageOf({}),
		...help
			.allTopics()
			.flatMap(({ id }) => [
				pageOf({ topic: id }),
				pageOf({ topic: id, age: '13 to 15' }),
				pageOf({ topic: id, age: skipped, nation: skipped }),
				...ages.flatMap((age) => nations.map((nation) => pageOf({ topic: id, age, nation })))
			])
	]);

describe('every help service', () => {
	test('that is shown has a source and a date', () => {
		for (const { sources, lastSeen } of services.shown()) {
			expect(sources.length).toBeGreaterThan(0);
			expect(sources.every(({ title, date }) => title && date)).toBe(true);
			expect(lastSeen).toBeTruthy();
		}
	});

	test('has an id of its own, and is reached some way when shown', () => {
		expect(new Set(services.every().map(({ id }) => id)).size).toBe(services.every().length);
		expect(services.shown().filter((each) => !(each.phone || each.text || each.website))).toEqual(
			[]
		);
	});

	test('speaks of the phone bill only where the operator does', () => {
		const claims = services.every().filter(({ bill }) => bill);

		expect(claims.map(({ id, bill }) => [id, bill])).toEqual([
			['childline', 'not shown'],
			['samaritans', 'not shown'],
			['frank', 'may']
		]);
	});
});

describe('every help page', () => {
	test('has somebody to call, whatever was picked', async () => {
		for (const { html } of await everyPage()) {
			expect(html).toContain('href="tel:999"');
		}
	});

	test('sends one script and no other, no style of its own and no picture from elsewhere', async () => {
		for (const { head, html } of await everyPage()) {
			const [script, ...others] = head.match(/<script.*?<\/script>/gs) ?? [];
			expect(script).toMatch(
				/^<script src="[^":]*info[^":]*\.js(\?no-inline)?" integrity="sha256-x" async(="")?><\/script>$/
			);
			expect(others).toEqual([]);
			expect(head.replace(script ?? '', '') + html).not.toMatch(
				/<script|<iframe|<img|\son\w+=|\sstyle=|javascript:/i
			);
		}
	});

	test('puts nothing in the address: every form is a post to the one neutral page', async () => {
		for (const { html } of await everyPage()) {
			const forms = html.match(/<form[^>]*>/g) ?? [];
			expect(forms.length).toBeGreaterThan(0);
			for (const form of forms) {
				expect(form).toContain('method="post"');
				expect(form).toContain('action="/info"');
			}
		}
	});

	test('posts nothing that says what was picked: every button holds a token of one length', async () => {
		const lengths = new Set<number>();
		for (const { html } of await everyPage()) {
			expect(html).not.toMatch(/<input|<select|<textarea/);
			for (const button of html.match(/<button[^>]*>/g) ?? []) {
				const [, token = ''] = / name="go" value="([\w-]+)"/.exec(button) ?? [];
				expect(button).toMatch(/^<button(?! [^>]*(formaction|id)=)/);
				lengths.add(token.length);
			}
		}
		expect([...lengths]).toHaveLength(1);
		expect([...lengths][0]).toBeGreaterThan(40);
	});

	test('claims nothing about a bill except in the words of the operator', async () => {
		for (const { html } of await everyPage()) {
			const claims = html.match(/phone bill/g)?.length ?? 0;
			const meant = html.match(/It says calls (are not|may be) shown on the phone bill/g)?.length;
			expect(claims).toBe(meant ?? 0);
		}
	});

	test('shows no service that is hidden', async () => {
		const hidden = services.every().filter(({ show }) => !show);
		const kept = services.shown().flatMap(({ phone, text }) => [phone, text?.to]);
		for (const { html } of await everyPage()) {
			for (const { phone } of hidden) {
				if (phone && !kept.includes(phone)) expect(html).not.toContain(phone);
			}
		}
	});

	test('starts within 20 KB of HTML', async () => {
		const { html } = await pageOf({});

		expect(Buffer.byteLength(html)).toBeLessThan(20_000);
	});
});

test('the door keeps its way out on every page, and its title neutral', async () => {
	const layout = readFileSync('src/routes/(help)/+layout.svelte', 'utf8');

	expect(layout).toContain('<title>Information</title>');
	for (const { html } of await everyPage()) expect(html).toContain('>Leave this page</a>');
});

test('the plain page says nothing that any other page of the door says', async () => {
	const words = (html: string) =>
		html
			.replaceAll(/<[^>]*>/g, '\n')
			.split('\n')
			.map((each) => each.trim())
			.filter((each) => each.length > 3);
	const plain = words(await plainPage());
	const said = new Set((await everyPage()).flatMap(({ html }) => words(html)));

	expect(plain.length).toBeGreaterThan(2);
	expect(plain.filter((each) => said.has(each))).toEqual([]);
	expect(plain.join(' ')).not.toMatch(/help|safe|worr|danger|999|leave/i);
});

describe('the words a child reads', () => {
	const words = [
		...help
			.allTopics()
			.flatMap(({ label, lead, now, know, school, device, friend = [], parent }) => [
				...[label, ...lead, ...now, ...know, ...school, ...device, ...friend, ...parent]
			]),
		...services.shown().flatMap(({ about, happens }) => [about, ...happens])
	];
	const sentences = words
		.flatMap((each) => each.split(/(?<=[.?!:]["”]?)\s+/))
		.map((each) => each.split(/\s+/).length);

	test('come in short sentences: 15 words or fewer on average, none over 25', () => {
		const mean = sentences.reduce((sum, each) => sum + each, 0) / sentences.length;

		expect(mean).toBeLessThanOrEqual(15);
		expect(Math.max(...sentences)).toBeLessThanOrEqual(25);
	});

	test('leave out the words of the office', () => {
		const office =
			/perpetrator|disclos|safeguard|referral|victim(?! support)|survivor|intervention/i;

		expect(words.filter((each) => office.test(each))).toEqual([]);
	});

	test('carry no number: every number a child could ring comes from the services', () => {
		const prose = help
			.allTopics()
			.flatMap(({ lead, now, know, school, device, friend, parent }) =>
				[lead, now, know, school, device, friend ?? [], parent].flat()
			);

		expect(prose.filter((each) => /\d/.test(each.replaceAll('999', '')))).toEqual([]);
	});
});
