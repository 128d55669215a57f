import { describe, expect, test } from 'vitest';
import type { Listed } from '../directory/index.ts';
import { isJoint, match, type Child, type Match, type Pathway } from './index.ts';
import { aChild, anyService, daysAgo, noon, writtenCases, type Outcome } from './testing.ts';

const all = Object.entries(writtenCases).flatMap(([about, cases]) =>
	cases.map((written, at) => [about, at + 1, ...written] as const)
);

/** Where the one service of a case stands. */
function outcomeOf(pathways: Pathway[]): Outcome {
	if (pathways.some(({ fits }) => fits.length > 0)) return 'fits';
	if (pathways.some((one) => one.elsewhere.length > 0)) return 'elsewhere';
	return pathways.flatMap(({ nearly }) => nearly)[0]?.reasons ?? 'not shown';
}

test('there are two hundred written cases, and no two are the same', () => {
	expect(all).toHaveLength(200);
	expect(new Set(all.map(([, , ...written]) => JSON.stringify(written))).size).toBe(200);
});

test.each(all)('%s, case %i: %j and %j', (_, __, child, service, outcome) => {
	const pathways = match({ ...aChild, ...child }, [{ ...anyService, ...service }], noon);

	expect(outcomeOf(pathways)).toEqual(outcome);
});

const named = (name: string, more: Partial<Listed> = {}): Listed => ({
	...anyService,
	...{ id: name, name },
	...more
});
const matched = (services: Listed[], child: Partial<Child> = {}): Pathway[] =>
	match({ ...aChild, ...child }, services, noon);
const namesOf = (matches: Match[] = []) => matches.map(({ service }) => service.name);

describe('what fits', () => {
	test('has places before a wait, a short wait before a long one, and full before what says nothing', () => {
		const services = [
			named('Silent'),
			named('Full', { capacity: 'full' }),
			named('Long', { capacity: 'has a wait', waitWeeks: 12 }),
			named('Short', { capacity: 'has a wait', waitWeeks: 3 }),
			named('Open', { capacity: 'has places' }),
			named('Also open', { capacity: 'has places' })
		];

		expect(namesOf(matched(services)[0]?.fits)).toEqual([
			...['Also open', 'Open', 'Short', 'Long', 'Full', 'Silent']
		]);
	});

	test('begins with what was made for whom the young person wishes', () => {
		const services = [
			named('Open', { capacity: 'has places' }),
			named('For girls', { audiences: ['girls'], capacity: 'full' })
		];

		expect(namesOf(matched(services, { audiences: ['girls'] })[0]?.fits)).toEqual([
			...['For girls', 'Open']
		]);
	});

	test('is marked when nobody has confirmed it for more than 90 days', () => {
		const services = [named('Old', { statedAt: daysAgo(91) }), named('New')];

		expect(matched(services)[0]?.fits).toMatchObject([
			{ service: { name: 'New' }, marked: false },
			{ service: { name: 'Old' }, marked: true }
		]);
	});

	test('says which of the child’s needs it is for', () => {
		const both = named('Both', { needs: ['domestic abuse at home', 'mental health'] });
		const needs: Child['needs'] = ['domestic abuse at home', 'abuse in their own relationship'];

		expect(matched([both], { needs })[0]?.fits[0]?.needs).toEqual(['domestic abuse at home']);
	});
});

describe('what nearly fits', () => {
	test('begins with what least stands against', () => {
		const services = [
			named('Two', { fromAge: 14, audiences: ['girls'] }),
			named('One', { fromAge: 13 })
		];

		expect(namesOf(matched(services)[0]?.nearly)).toEqual(['One', 'Two']);
	});

	test('is still there beside what fits, with its reason, in another council too', () => {
		const services = [named('Here'), named('There', { areas: ['Camden'] })];
		const [pathway] = matched(services);

		expect(namesOf(pathway?.fits)).toEqual(['Here']);
		expect(pathway?.nearly).toMatchObject([
			{ service: { name: 'There' }, reasons: [expect.stringContaining('live in Camden')] }
		]);
		expect(pathway?.elsewhere).toEqual([]);
	});
});

describe('where nothing fits', () => {
	const at = (latitude: number, longitude: number) => ({
		places: [
			{
				...{ name: '', address: '', city: '', county: '', postcode: '' },
				...{ latitude, longitude }
			}
		]
	});
	const near = named('Zebra', { areas: ['Camden'], ...at(51.54, -0.14) });
	const far = named('Aspen', { areas: ['Croydon'], ...at(51.37, -0.1) });
	const unplaced = named('Birch', { areas: ['Barnet'] });
	const here = named('Another need', {
		...{ needs: ['mental health'], areas: ['Hackney'] },
		...at(51.55, -0.06)
	});

	test('other councils follow, the nearest to the services of the child’s own first', () => {
		const [pathway] = matched([unplaced, far, near, here]);

		expect(namesOf(pathway?.elsewhere)).toEqual(['Zebra', 'Aspen', 'Birch']);
	});

	test('and nobody knows where the child’s council is, they follow by name', () => {
		expect(namesOf(matched([unplaced, far, near])[0]?.elsewhere)).toEqual([
			...['Aspen', 'Birch', 'Zebra']
		]);
	});
});

describe('the pathways', () => {
	const abuse = named('Lantern');
	const substances = named('Stile', { needs: ['their own substance use'] });
	const needs: Child['needs'] = ['their own substance use', 'domestic abuse at home'];

	test('of domestic abuse and of substances stand side by side, and can be asked as one', () => {
		const pathways = matched([abuse, substances], { needs });

		expect(pathways.map(({ name, fits }) => [name, ...namesOf(fits)])).toEqual([
			['domestic abuse', 'Lantern'],
			['substance use', 'Stile']
		]);
		expect(isJoint(pathways)).toBe(true);
	});

	test('are one when the child needs one, and then there is nothing to join', () => {
		const pathways = matched([abuse, substances]);

		expect(pathways.map(({ name }) => name)).toEqual(['domestic abuse']);
		expect(isJoint(pathways)).toBe(false);
	});

	test('are not joined where nobody is there for one of them', () => {
		expect(isJoint(matched([abuse], { needs }))).toBe(false);
	});
});
