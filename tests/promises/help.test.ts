import { readFileSync } from 'node:fs';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import Page from '../../src/routes/(help)/info/+page.svelte';
import { actions, load, prerender } from '../../src/routes/(help)/info/+page.server.ts';
import * as help from '#lib/server/help/index.ts';

const ages = ['under 13', '13 to 15', '16 or 17', '18 or over', 'rather not say'] as const;
const nations = ['England', 'Scotland', 'Wales', 'Northern Ireland', 'rather not say'] as const;

async function pageOf(fields: Record<string, string>) {
	const body = new FormData();
	for (const [name, value] of Object.entries(fields)) body.set(name, value);
	const data = { emergency: help.emergency(), page: help.pageFor({}) };
	const form = { page: help.pageFor(help.readSaid(body)) };
	const { head, body: html } = await render(Page, {
		props: { data, form, params: {} }
	});
	return { head, html };
}

const everyPage = () =>
	Promise.all([
		pageOf({}),
		...help
			.allTopics()
			.flatMap(({ id }) => [
				pageOf({ topic: id }),
				pageOf({ topic: id, age: '13 to 15' }),
				pageOf({ topic: id, skip: 'rest' }),
				...ages.flatMap((age) => nations.map((nation) => pageOf({ topic: id, age, nation })))
			])
	]);

describe('every help service', () => {
	test('that is shown has a source and a date', () => {
		for (const { sources, lastSeen } of help.shown()) {
			expect(sources.length).toBeGreaterThan(0);
			expect(sources.every(({ title, date }) => title && date)).toBe(true);
			expect(lastSeen).toBeTruthy();
		}
	});

	test('has an id of its own, and is reached some way when shown', () => {
		expect(new Set(help.every().map(({ id }) => id)).size).toBe(help.every().length);
		expect(help.shown().filter((each) => !(each.phone || each.text || each.website))).toEqual([]);
	});

	test('speaks of the phone bill only where the operator does', () => {
		const claims = help.every().filter(({ bill }) => bill);

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

	test('sends no script, no style of its own and no picture from elsewhere', async () => {
		for (const { head, html } of await everyPage()) {
			expect(head + html).not.toMatch(/<script|<iframe|<img|\son\w+=|\sstyle=|javascript:/i);
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

	test('claims nothing about a bill except in the words of the operator', async () => {
		for (const { html } of await everyPage()) {
			const claims = html.match(/phone bill/g)?.length ?? 0;
			const meant = html.match(/It says calls (are not|may be) shown on the phone bill/g)?.length;
			expect(claims).toBe(meant ?? 0);
		}
	});

	test('shows no service that is hidden', async () => {
		const hidden = help.every().filter(({ show }) => !show);
		const kept = help.shown().flatMap(({ phone, text }) => [phone, text?.to]);
		for (const { html } of await everyPage()) {
			for (const { phone } of hidden) {
				if (phone && !kept.includes(phone)) expect(html).not.toContain(phone);
			}
		}
	});

	test('is never stored by the browser, and never made ahead of time', async () => {
		const headers: Record<string, string> = {};
		const event = { setHeaders: (set: Record<string, string>) => Object.assign(headers, set) };
		await load(event as unknown as Parameters<typeof load>[0]);

		expect(headers).toEqual({ 'cache-control': 'no-store' });
		expect(prerender).toBe(false);
	});

	test('answers a post without a cookie, a redirect or an error', async () => {
		const request = new Request('https://school.example/info', {
			method: 'POST',
			body: new URLSearchParams({ topic: 'nonsense', age: '%00' })
		});
		const event = { request } as unknown as Parameters<NonNullable<typeof actions.default>>[0];

		expect(await actions.default!(event)).toMatchObject({ page: { question: { asks: 'topic' } } });
	});

	test('starts within 20 KB of HTML', async () => {
		const { html } = await pageOf({});

		expect(Buffer.byteLength(html)).toBeLessThan(20_000);
	});
});

test('the door keeps its way out on every page, and its title neutral', () => {
	const layout = readFileSync('src/routes/(help)/+layout.svelte', 'utf8');

	expect(layout).toContain('<title>Information</title>');
	expect(layout).toContain('>Leave this page</a>');
});

describe('the words a child reads', () => {
	const words = [
		...help
			.allTopics()
			.flatMap(({ label, lead, now, know, school, device, friend = [], parent }) => [
				...[label, ...lead, ...now, ...know, ...school, ...device, ...friend, ...parent]
			]),
		...help.shown().flatMap(({ about, happens }) => [about, ...happens])
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

test('a form that cannot be read is met with the first question, and not with an error', async () => {
	for (const [type, body] of [
		['text/plain', 'topic=bullying'],
		['multipart/form-data; boundary=X', '--X broken']
	] as const) {
		const headers = { 'content-type': type };
		const request = new Request('http://localhost/info', { method: 'POST', headers, body });
		const event = { request } as unknown as Parameters<(typeof actions)['default']>[0];

		expect(await actions.default?.(event)).toEqual({ page: help.pageFor({}) });
	}
});
