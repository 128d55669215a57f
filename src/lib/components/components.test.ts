import { createRawSnippet, type Component } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import Button from './Button.svelte';
import ErrorSummary from './ErrorSummary.svelte';
import Facts from './Facts.svelte';
import Field from './Field.svelte';
import Kept from './Kept.svelte';
import Radios from './Radios.svelte';
import Restricted from './Restricted.svelte';
import Tag from './Tag.svelte';
import Time from './Time.svelte';
import When from './When.svelte';

/** The HTML a page would carry, without the markers Svelte leaves for itself. */
function html<Props extends Record<string, unknown>>(
	// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any component, its own props
	component: Component<any>,
	props: Props
): string {
	return render(component, { props })
		.body.replace(/<!--.*?-->/g, '')
		.replace(/\s+/g, ' ');
}

const words = (text: string) => createRawSnippet(() => ({ render: () => `<span>${text}</span>` }));
const options = [
	{ value: 'me', label: 'Me' },
	{ value: 'friend', label: 'A friend', hint: 'Somebody you know' }
];

describe('Field', () => {
	test('ties its label, hint and problem to the box', () => {
		const page = html(Field, {
			name: 'account',
			label: 'What happened?',
			hint: 'Use their words',
			problem: 'Say what happened'
		});

		expect(page).toContain('<label for="account">What happened?</label>');
		expect(page).toContain('id="account-hint">Use their words<');
		expect(page).toMatch(/id="account-problem"><span[^>]*>Error:<\/span> Say what happened/);
		expect(page).toMatch(/<input[^>]* id="account"/);
		expect(page).toContain('aria-describedby="account-hint account-problem"');
		expect(page).toContain('aria-invalid="true"');
	});

	test('is described by nothing when there is nothing to say', () => {
		expect(html(Field, { name: 'account', label: 'What happened?' })).not.toContain('aria-');
	});

	test.each(['text', 'textarea'])(
		'keeps what was typed, as words and not as markup, in %s',
		(kind) => {
			const page = html(Field, {
				name: 'a',
				label: 'A',
				kind,
				value: '"><b onclick=x>Hi</b></textarea>'
			});

			expect(page).not.toContain('<b ');
			expect(page).toContain('&lt;b onclick=x');
		}
	);

	test('never asks the browser to check: the server does, in its own words', () => {
		expect(html(Field, { name: 'a', label: 'A', kind: 'email' })).not.toContain('required');
	});
});

describe('Radios', () => {
	const page = html(Radios, { name: 'about', legend: 'Who?', options, value: 'friend' });

	test('gives the first choice the id that an error links to', () => {
		expect(page).toMatch(/<input[^>]* id="about" name="about" value="me"/);
		expect(page).toMatch(/<input[^>]* id="about-2" name="about" value="friend"/);
	});

	test('marks the chosen one and no other', () => {
		expect(page.match(/ checked/g)).toHaveLength(1);
		expect(page).toMatch(/value="friend" checked/);
	});

	test('has its question as the legend and its problem in the description', () => {
		const wrong = html(Radios, { name: 'about', legend: 'Who?', options, problem: 'Say who' });

		expect(wrong).toContain('<legend>Who?</legend>');
		expect(wrong).toMatch(/<fieldset[^>]* aria-describedby="about-problem"/);
	});
});

describe('ErrorSummary', () => {
	test('is not there when there is no problem', () => {
		expect(html(ErrorSummary, { problems: [] }).trim()).toBe('');
	});

	test('takes focus, and links to each field in the words of the message', () => {
		const page = html(ErrorSummary, {
			problems: [{ field: 'account', says: 'Say <what> happened' }]
		});

		expect(page).toMatch(/<div[^>]* role="alert" tabindex="-1" autofocus/);
		expect(page).toContain('There is a problem');
		expect(page).toContain('<a href="#account">Say &lt;what> happened</a>');
	});
});

describe('When', () => {
	const page = html(When, { name: 'seen', legend: 'When?', day: '31', month: '2', year: '2026' });

	test('asks for day, month and year in boxes of their own', () => {
		expect(page).toMatch(/<label for="seen">Day<\/label> <input[^>]* name="seenDay"/);
		expect(page).toMatch(/<label for="seen-month">Month<\/label> <input[^>]* name="seenMonth"/);
		expect(page).toMatch(/<label for="seen-year">Year<\/label> <input[^>]* name="seenYear"/);
	});

	test('asks for a time only where one is wanted', () => {
		expect(page).not.toContain('seenTime');
		expect(html(When, { name: 'seen', legend: 'When?', withTime: true })).toContain(
			'name="seenTime"'
		);
	});
});

describe('Button', () => {
	test('is a button in a form and a link when it goes somewhere', () => {
		expect(html(Button, { children: words('Go'), name: 'next', value: '2' })).toMatch(
			/<button class="button primary" type="submit" name="next" value="2">/
		);
		expect(html(Button, { children: words('Go'), href: '/lessons', kind: 'quiet' })).toMatch(
			/<a class="button quiet" href="\/lessons">/
		);
	});
});

test('Facts leaves out what is not known', () => {
	const facts = [
		{ term: 'Year', says: '9' },
		{ term: 'Form', says: null }
	];
	expect(html(Facts, { facts })).not.toContain('Form');
});

test('Tag always carries a word', () => {
	expect(html(Tag, { kind: 'waiting', children: words('Waiting') })).toContain('Waiting');
});

test.each([
	['2026-11-23T08:14:00Z', 'Mon 23 Nov 2026, 08:14'],
	['2026-06-30T23:30:00Z', 'Wed 1 Jul 2026, 00:30']
])('Time tells %s by a clock in Britain: %s', (at, said) => {
	expect(html(Time, { at: new Date(at) })).toContain(
		`datetime="${at.replace('Z', '.000Z')}">${said}<`
	);
});

describe('Restricted', () => {
	const restriction = (names: string[], openUntil: Date | null = null) => ({
		restriction: {
			reason: 'sealed by the lead',
			named: names.map((name) => ({ name })),
			openUntil
		}
	});

	test('says how many may open it, who, and why', () => {
		const page = html(Restricted, restriction(['Amal', 'Dee', 'Una']));

		expect(page).toContain('Restricted: only 3 people may open this');
		expect(page).toContain('Amal, Dee and Una. Why: sealed by the lead.');
		expect(page).not.toContain('glass');
		expect(html(Restricted, restriction(['Dee']))).toContain('only one person may open this');
	});

	test('says to whoever broke the glass until when it is open', () => {
		const page = html(Restricted, restriction(['Dee'], new Date('2026-11-10T13:00:00Z')));

		expect(page).toContain('You broke the glass.');
		expect(page).toContain('datetime="2026-11-10T13:00:00.000Z"');
	});
});

describe('Kept', () => {
	test('says to its author who may open what they logged', () => {
		const page = html(Kept, { kept: { reference: 'C-4K7M-2QHD', seenBy: ['Amal', 'Una'] } });

		expect(page).toContain('Only Amal and Una may open it. The others have been told');
		expect(html(Kept, { kept: { reference: 'C-4K7M-2QHD', seenBy: ['Amal'] } })).not.toContain(
			'have been told'
		);
	});
});
