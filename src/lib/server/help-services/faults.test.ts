import { describe, expect, test } from 'vitest';
import national from '../../../../content/services/national.json' with { type: 'json' };
import second from '../../../../content/services/second-reading.json' with { type: 'json' };
import { faultsOf, type SecondReading } from './faults.ts';
import { readServices } from './services.ts';

type Written = Record<string, unknown> & { id: string };

const reading = second as SecondReading;
const copy = (): Written[] => structuredClone(national) as Written[];
const one = (list: Written[], id: string): Written => {
	const found = list.find((each) => each.id === id);
	if (!found) throw new Error(`There is no ${id} in the test`);
	return found;
};

/** Sets a field of a service, as a slip of the hand might. */
const set =
	(id: string, field: string, to: unknown) =>
	(list: Written[]): void => {
		one(list, id)[field] = to;
	};
const within =
	(id: string, field: string, part: Record<string, unknown>) =>
	(list: Written[]): void => {
		const service = one(list, id);
		service[field] = { ...(service[field] as object), ...part };
	};
/** Two digits of a number, changed places. */
const swapped =
	(id: string, at: number) =>
	(list: Written[]): void => {
		const service = one(list, id);
		const digits = [...String(service.phone)];
		[digits[at], digits[at + 1]] = [digits[at + 1] ?? '', digits[at] ?? ''];
		service.phone = digits.join('');
	};
const weekly = (id: string, from: string, to: string) => (list: Written[]) => {
	const hours = one(list, id).hours as { open: { from: string; to: string }[] };
	hours.open = hours.open.map((stretch) => ({ ...stretch, from, to }));
};

const always = { kind: 'always' };
const faults: [what: string, spoil: (list: Written[]) => void][] = [
	['two digits of Childline’s number changed places', swapped('childline', 1)],
	[
		'two digits of the domestic abuse helpline’s changed places',
		swapped('national_da_helpline', 5)
	],
	['two digits of Live Fear Free’s changed places', swapped('live_fear_free', 2)],
	['two digits of Galop’s changed places', swapped('galop', 10)],
	['two digits of Samaritans’ changed places', swapped('samaritans', 5)],
	['a digit more', set('frank', 'phone', '0300 123 66000')],
	['a digit less', set('frank', 'phone', '0300 123 660')],
	['the number of another', set('nacoa', 'phone', '0800 1111')],
	['a letter for a nought', set('karma_nirvana', 'phone', 'O800 5999 247')],
	['a number from abroad', set('papyrus_hopeline247', 'phone', '+1 800 068 4141')],
	['no number any more', set('samaritans', 'phone', null)],
	['another number to text', set('shout', 'text', { to: '85285', word: 'SHOUT' })],
	['a text to 999', set('emergency_999', 'text', { to: '999' })],
	['a text to 18000', set('emergency_999', 'text', { to: '18000' })],
	['an age limit dropped', set('childline', 'ages', null)],
	['an age limit raised', within('childline', 'ages', { to: 25 })],
	['a lower limit dropped', within('rape_sexual_abuse_support_line', 'ages', { from: null })],
	['a limit below nothing', within('childline', 'ages', { from: -1 })],
	[
		'a line for adults offered to everybody by its age',
		within('nspcc_helpline', 'ages', { from: null })
	],
	['an audience that there is not', set('childline', 'audience', 'everyone')],
	['a closed line marked open', set('the_mix', 'show', true)],
	[
		'a closed line marked open, and its reason taken away',
		(list) => {
			set('the_mix', 'show', true)(list);
			delete one(list, 'the_mix').whyNot;
		}
	],
	['a line that is hidden without a reason', set('childline', 'show', false)],
	['office hours made any hour', set('karma_nirvana', 'hours', always)],
	['unknown hours made any hour', set('nacoa', 'hours', always)],
	['hours that go on longer', weekly('forced_marriage_unit', '09:00', '21:00')],
	['hours that no clock shows', weekly('cruse', '09:30', '25:00')],
	[
		'bank holidays forgotten',
		(list) => {
			delete (one(list, 'winstons_wish').hours as { bankHolidays?: string }).bankHolidays;
		}
	],
	[
		'a day that there is not',
		within('drinkline', 'hours', { open: [{ on: ['wday'], from: '09:00', to: '17:00' }] })
	],
	['no source', set('shout', 'sources', [])],
	['a source without a title', set('shout', 'sources', [{ title: '', url: null, date: '2026' }])],
	['a source without a date', set('shout', 'sources', [{ title: 'Shout', url: null }])],
	[
		'a source whose address is none',
		set('shout', 'sources', [{ title: 'Shout', url: 'shout', date: '2026' }])
	],
	['nothing that says how old its source is', set('beat', 'lastSeen', null)],
	['a date of reading that is to come', set('calm', 'readOn', '2030-01-01')],
	['a date that is none', set('calm', 'readOn', '2026-02-30')],
	['a date for looking again that was put off', set('meic', 'checkAgain', '2029-01-01')],
	['a date for looking again that is past', set('meic', 'checkAgain', '2020-01-01')],
	['a date for hiding that was put off', set('galop', 'hideAfter', '2099-01-01')],
	['a claim about the bill without a source', set('national_da_helpline', 'bill', 'not shown')],
	['a claim about the bill turned round', set('frank', 'bill', 'not shown')],
	['a nation too many', set('live_fear_free', 'nations', ['Wales', 'England'])],
	['a nation that there is not', set('meic', 'nations', ['Cornwall'])],
	['no nation', set('meic', 'nations', [])],
	['the same service twice', (list) => void list.push(structuredClone(one(list, 'childline')))],
	[
		'a service gone',
		(list) =>
			void list.splice(
				list.findIndex(({ id }) => id === 'shout'),
				1
			)
	],
	[
		'a service of which nobody read the sources twice',
		(list) => void list.push({ ...structuredClone(one(list, 'childline')), id: 'another' })
	],
	['an id that is none', set('childline', 'id', 'Child line')],
	['a website with its https', set('childline', 'website', 'https://www.childline.org.uk')],
	['nothing that says what happens', set('childline', 'happens', [])]
];

const now = new Date('2026-11-27T12:00:00Z');

describe('the services as they are written down', () => {
	test('have no fault, today', () => {
		expect(faultsOf(national, reading, new Date())).toEqual([]);
	});

	test('are held to at least 40 faults, each a different one', () => {
		expect(faults.length).toBeGreaterThanOrEqual(40);
		expect(new Set(faults.map(([what]) => what)).size).toBe(faults.length);
	});

	test.each(faults)('are refused with %s', (_, spoil) => {
		const list = copy();
		spoil(list);
		expect(list).not.toEqual(national);

		const found = faultsOf(list, reading, now);
		expect(found.length).toBeGreaterThan(0);
		for (const { says } of found) expect(says).toMatch(/^[A-Z“].{10,}/);
	});

	test('stop the server, which says which service, where and why', () => {
		const list = copy();
		swapped('childline', 1)(list);

		expect(() => readServices(list, reading)).toThrow(
			/^The help service childline is not right at phone: /
		);
	});
});
