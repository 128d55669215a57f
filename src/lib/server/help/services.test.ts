import { describe, expect, test } from 'vitest';
import { every, readServices, serviceById, shown } from './services.ts';

const childline = serviceById('childline')!;

describe('the services', () => {
	test('are found by id, shown or not', () => {
		expect(childline.phone).toBe('0800 1111');
		expect(serviceById('the_mix')?.show).toBe(false);
		expect(serviceById('nobody')).toBeUndefined();
	});

	test('that are not shown say why', () => {
		const hidden = every().filter((each) => !each.show);

		expect(hidden.length).toBeGreaterThan(0);
		expect(hidden.every((each) => each.whyNot)).toBe(true);
		expect(shown()).not.toContain(serviceById('womens_aid_live_chat'));
	});

	test('are refused in a sentence that names the service and the place', () => {
		expect(() => readServices([{ ...childline, nations: ['Cornwall'] } as { id: string }])).toThrow(
			/^The help service childline is not right at nations\.0: /
		);
	});

	test('are refused when one is written down twice', () => {
		expect(() => readServices([childline, childline])).toThrow(
			'The help service childline is written down twice'
		);
	});

	test('are refused when shown without a source', () => {
		expect(() => readServices([{ ...childline, sources: [] } as { id: string }])).toThrow(
			'A service that is shown has a source'
		);
	});

	test('never tell anyone to text an emergency number', () => {
		const texted = { ...childline, text: { to: '999' } };

		expect(() => readServices([texted])).toThrow('a text to them may never arrive');
	});
});
