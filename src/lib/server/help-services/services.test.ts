import { describe, expect, test } from 'vitest';
import { every, serviceById, shown } from './services.ts';

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
});
