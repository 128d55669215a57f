import type { Listed } from '../directory/index.ts';
import type { Child } from './child.ts';

export const noon = new Date('2026-11-10T12:00:00Z');
export const daysAgo = (days: number): Date => new Date(noon.getTime() - days * 86_400_000);

/** A service that takes everybody, from everywhere. */
export const anyService: Listed = {
	...{ id: 'any', organisationId: 'any', from: 'the service', name: 'Lantern', runBy: 'Lantern' },
	...{ sector: 'domestic abuse', about: '', takes: '', fromAge: null, toAge: null },
	...{ needs: ['domestic abuse at home'], audiences: ['anyone'], areas: [], languages: [] },
	...{ living: 'either', parentalAgreement: 'not needed', route: 'Waymark', howToRefer: '' },
	...{ hours: '', cost: '', telephone: '', email: '', website: '', capacity: 'not stated' },
	...{ waitWeeks: null, capacityStatedAt: null, places: [], confidential: false },
	...{ assuredOn: null, statedAt: noon, endedAt: null }
};

export const aChild: Child = {
	...{ age: 12, area: 'Hackney', needs: ['domestic abuse at home'], audiences: [], language: '' },
	...{ parentAgrees: true, living: 'lives with' }
};

/** Where the one service of a written case must stand: `not shown` is nowhere; reasons make it one that nearly fits. */
export type Outcome = 'fits' | 'elsewhere' | 'not shown' | string[];

/** A child, a service, and what must come of it. Both say only what differs from the two above. */
export type Written = [child: Partial<Child>, service: Partial<Listed>, outcome: Outcome];

const from = (least: number, age: number) => [
	`It takes young people from ${least}; this one is ${age}.`
];
const upTo = (most: number, age: number) => [
	`It takes young people up to ${most}; this one is ${age}.`
];

const aged = (
	fromAge: number | null,
	toAge: number | null,
	age: number,
	outcome: Outcome
): Written => [{ age }, { fromAge, toAge }, outcome];

const ages: Written[] = [
	aged(5, 18, 4, from(5, 4)),
	aged(5, 18, 5, 'fits'),
	aged(5, 18, 6, 'fits'),
	aged(5, 18, 17, 'fits'),
	aged(5, 18, 18, 'fits'),
	aged(5, 18, 19, upTo(18, 19)),
	aged(11, 19, 10, from(11, 10)),
	aged(11, 19, 11, 'fits'),
	aged(11, 19, 19, 'fits'),
	aged(13, 17, 11, from(13, 11)),
	aged(13, 17, 12, from(13, 12)),
	aged(13, 17, 13, 'fits'),
	aged(13, 17, 17, 'fits'),
	aged(13, 17, 18, upTo(17, 18)),
	aged(7, 14, 6, from(7, 6)),
	aged(7, 14, 7, 'fits'),
	aged(7, 14, 14, 'fits'),
	aged(7, 14, 15, upTo(14, 15)),
	aged(16, 25, 15, from(16, 15)),
	aged(16, 25, 16, 'fits'),
	aged(null, 11, 4, 'fits'),
	aged(null, 11, 11, 'fits'),
	aged(null, 11, 12, upTo(11, 12)),
	aged(14, null, 13, from(14, 13)),
	aged(14, null, 14, 'fits'),
	aged(14, null, 19, 'fits'),
	aged(null, null, 4, 'fits'),
	aged(null, null, 19, 'fits'),
	aged(0, 4, 4, 'fits'),
	aged(0, 4, 5, upTo(4, 5)),
	aged(12, 12, 11, from(12, 11)),
	aged(12, 12, 12, 'fits'),
	aged(12, 12, 13, upTo(12, 13))
];

const lives = (areas: string, area: string) => [
	`It takes young people who live in ${areas}; this one lives in ${area}.`
];
const nowhereKnown = (areas: string) => [
	`It takes young people who live in ${areas}; where this one lives is not known.`
];
const inArea = (area: string, areas: string[], outcome: Outcome): Written => [
	{ area },
	{ areas },
	outcome
];

const areas: Written[] = [
	inArea('Hackney', [], 'fits'),
	inArea('', [], 'fits'),
	inArea('Hackney', ['Hackney'], 'fits'),
	inArea('hackney', ['Hackney'], 'fits'),
	inArea(' Hackney ', ['Hackney'], 'fits'),
	inArea('HACKNEY', ['hackney'], 'fits'),
	inArea('Hackney', ['Camden', 'Hackney'], 'fits'),
	inArea('Camden', ['Camden', 'Hackney'], 'fits'),
	inArea('Islington', ['Camden', 'Hackney'], 'elsewhere'),
	inArea('Islington', ['Camden'], 'elsewhere'),
	inArea('Camden Town', ['Camden'], 'elsewhere'),
	inArea('', ['Camden'], nowhereKnown('Camden')),
	inArea('   ', ['Camden'], nowhereKnown('Camden')),
	inArea('', ['Camden', 'Hackney'], nowhereKnown('Camden or Hackney')),
	inArea('', ['Camden', 'Hackney', 'Islington'], nowhereKnown('Camden, Hackney or Islington')),
	inArea('Kingston upon Thames', ['Kingston upon Thames'], 'fits'),
	inArea('Kingston upon Hull', ['Kingston upon Thames'], 'elsewhere'),
	inArea('Bristol, City of', ['Bristol, City of'], 'fits'),
	[
		{ area: 'Islington', age: 4 },
		{ areas: ['Camden'], fromAge: 5 },
		[...from(5, 4), ...lives('Camden', 'Islington')]
	],
	[
		{ area: 'Islington', age: 19 },
		{ areas: ['Camden', 'Hackney'], toAge: 18 },
		[...upTo(18, 19), ...lives('Camden or Hackney', 'Islington')]
	]
];

const needing = (needs: Child['needs'], offered: Listed['needs'], outcome: Outcome): Written => [
	{ needs },
	{ needs: offered },
	outcome
];

const home = 'domestic abuse at home';
const own = 'abuse in their own relationship';
const harming = 'harming others in a relationship';
const use = 'their own substance use';
const others = 'somebody else’s substance use at home';

const needs: Written[] = [
	needing([home], [home], 'fits'),
	needing([home], [own], 'not shown'),
	needing([home], [use], 'not shown'),
	needing([home], [others], 'not shown'),
	needing([home], [], 'not shown'),
	needing([home], [own, home], 'fits'),
	needing([own], [own], 'fits'),
	needing([own], [home], 'not shown'),
	needing([own], [home, own, harming], 'fits'),
	needing([harming], [harming], 'fits'),
	needing([harming], [own], 'not shown'),
	needing([harming], [home, own], 'not shown'),
	needing([use], [use], 'fits'),
	needing([use], [others], 'not shown'),
	needing([use], [home], 'not shown'),
	needing([use], [use, others], 'fits'),
	needing([others], [others], 'fits'),
	needing([others], [use], 'not shown'),
	needing([others], [use, others], 'fits'),
	needing([others], [home], 'not shown'),
	needing(['mental health'], ['mental health'], 'fits'),
	needing(['mental health'], ['family support'], 'not shown'),
	needing(['exploitation'], ['exploitation'], 'fits'),
	needing(['exploitation'], ['mental health'], 'not shown'),
	needing(['family support'], ['family support'], 'fits'),
	needing(['family support'], ['exploitation', 'mental health'], 'not shown'),
	needing([home, use], [home], 'fits'),
	needing([home, use], [use], 'fits'),
	needing([home, use], [home, use], 'fits'),
	needing([home, use], [others], 'not shown'),
	needing([home, others], [others], 'fits'),
	needing([home, own], [own], 'fits'),
	needing([], [home], 'not shown'),
	needing([], [home, use, others], 'not shown')
];

const isFor = (whom: string) => [`It is for ${whom}; nobody has said that of this young person.`];
const made = (
	theirs: Child['audiences'],
	audiences: Listed['audiences'],
	outcome: Outcome
): Written => [{ audiences: theirs }, { audiences }, outcome];

const minoritised = 'Black and minoritised young people, led by and for';
const lgbt = 'LGBT+ young people';
const disabled = 'disabled young people';

const audiences: Written[] = [
	made([], ['anyone'], 'fits'),
	made(['girls'], ['anyone'], 'fits'),
	made([lgbt, minoritised], ['anyone'], 'fits'),
	made([], [], 'fits'),
	made([], ['girls'], isFor('girls')),
	made(['girls'], ['girls'], 'fits'),
	made(['boys'], ['girls'], isFor('girls')),
	made(['boys'], ['boys'], 'fits'),
	made(['girls'], ['boys'], isFor('boys')),
	made([lgbt], [lgbt], 'fits'),
	made([], [lgbt], isFor(lgbt)),
	made(['girls'], [lgbt], isFor(lgbt)),
	made(['girls', lgbt], [lgbt], 'fits'),
	made([minoritised], [minoritised], 'fits'),
	made([], [minoritised], isFor(minoritised)),
	made(['boys', minoritised], [minoritised], 'fits'),
	made([disabled], [disabled], 'fits'),
	made([], [disabled], isFor(disabled)),
	made([disabled], ['girls'], isFor('girls')),
	made(['girls'], ['girls', lgbt], 'fits'),
	made([lgbt], ['girls', lgbt], 'fits'),
	made(['boys'], ['girls', lgbt], isFor(`girls or ${lgbt}`)),
	made([], ['girls', 'boys', disabled], isFor(`girls, boys or ${disabled}`)),
	made(['boys'], ['girls', 'anyone'], 'fits')
];

const still = 'It takes young people who live with the person who harms';
const away = 'It takes young people who no longer live with the person who harms';
const living = (
	lives: Child['living'],
	asked: Listed['living'],
	outcome: Outcome,
	more: Partial<Child> = {}
): Written => [{ living: lives, ...more }, { living: asked }, outcome];

const livings: Written[] = [
	living('lives with', 'either', 'fits'),
	living('no longer lives with', 'either', 'fits'),
	living('not known', 'either', 'fits'),
	living('lives with', 'lives with', 'fits'),
	living('no longer lives with', 'lives with', [`${still}; this one no longer lives with them.`]),
	living('not known', 'lives with', [`${still}; whether this one does is not known.`]),
	living('no longer lives with', 'no longer lives with', 'fits'),
	living('lives with', 'no longer lives with', [`${away}; this one lives with them.`]),
	living('not known', 'no longer lives with', [`${away}; whether this one does is not known.`]),
	living('no longer lives with', 'no longer lives with', 'fits', { age: 7 })
];

const noneYet = ['It needs a parent’s agreement, and there is none yet.'];
const noneUnder16 = (age: number) => [
	`Under 16 it needs a parent’s agreement, and there is none yet; this one is ${age}.`
];
const agreed = (
	parentAgrees: boolean,
	age: number,
	parentalAgreement: Listed['parentalAgreement'],
	outcome: Outcome
): Written => [{ parentAgrees, age }, { parentalAgreement }, outcome];

const agreements: Written[] = [
	agreed(true, 9, 'needed', 'fits'),
	agreed(false, 9, 'needed', noneYet),
	agreed(false, 15, 'needed', noneYet),
	agreed(false, 16, 'needed', noneYet),
	agreed(false, 17, 'needed', noneYet),
	agreed(true, 17, 'needed', 'fits'),
	agreed(true, 9, 'needed under 16', 'fits'),
	agreed(false, 9, 'needed under 16', noneUnder16(9)),
	agreed(false, 15, 'needed under 16', noneUnder16(15)),
	agreed(false, 16, 'needed under 16', 'fits'),
	agreed(false, 17, 'needed under 16', 'fits'),
	agreed(true, 15, 'needed under 16', 'fits'),
	agreed(false, 9, 'not needed', 'fits'),
	agreed(false, 16, 'not needed', 'fits'),
	agreed(true, 9, 'not needed', 'fits'),
	agreed(false, 9, 'not stated', 'fits'),
	agreed(false, 16, 'not stated', 'fits')
];

const spoken = (language: string, languages: string[], outcome: Outcome): Written => [
	{ language },
	{ languages },
	outcome
];
const worksIn = (which: string, language: string) => [
	`It works in ${which}; this one would rather speak ${language}.`
];

const languages: Written[] = [
	spoken('', [], 'fits'),
	spoken('', ['English'], 'fits'),
	spoken('Polish', [], 'fits'),
	spoken('Polish', ['Polish'], 'fits'),
	spoken('polish', ['Polish'], 'fits'),
	spoken(' Polish ', ['polish'], 'fits'),
	spoken('Polish', ['English', 'Polish'], 'fits'),
	spoken('Polish', ['English'], worksIn('English', 'Polish')),
	spoken('Somali', ['English', 'Polish'], worksIn('English and Polish', 'Somali')),
	spoken('British Sign Language', ['English'], worksIn('English', 'British Sign Language')),
	spoken(
		'Bengali',
		['English', 'Polish', 'Somali'],
		worksIn('English, Polish and Somali', 'Bengali')
	)
];

const stated = (days: number, outcome: Outcome, service: Partial<Listed> = {}): Written => [
	{},
	{ statedAt: daysAgo(days), ...service },
	outcome
];

const freshness: Written[] = [
	stated(0, 'fits'),
	stated(1, 'fits'),
	stated(89, 'fits'),
	stated(90, 'fits'),
	stated(91, 'fits'),
	stated(179, 'fits'),
	stated(180, 'fits'),
	stated(180.01, 'not shown'),
	stated(181, 'not shown'),
	stated(400, 'not shown'),
	stated(181, 'not shown', { capacity: 'has places' }),
	stated(0, 'not shown', { endedAt: daysAgo(1) }),
	stated(0, 'not shown', { endedAt: noon }),
	stated(100, 'not shown', { endedAt: daysAgo(90) })
];

const standing = (service: Partial<Listed>, outcome: Outcome = 'fits'): Written => [
	{},
	service,
	outcome
];

const shownAnyway: Written[] = [
	standing({ capacity: 'has places' }),
	standing({ capacity: 'has a wait', waitWeeks: 2 }),
	standing({ capacity: 'has a wait', waitWeeks: 60 }),
	standing({ capacity: 'full' }),
	standing({ capacity: 'full', waitWeeks: 30 }),
	standing({ confidential: true }),
	standing({ confidential: true, areas: ['Hackney'] }),
	standing({ confidential: true, areas: ['Camden'] }, 'elsewhere'),
	standing({ route: 'telephone', organisationId: null }),
	standing({ route: 'printed form', organisationId: null, from: 'this school' }),
	standing({ route: 'single-purpose link', organisationId: null, from: 'a feed' }),
	standing({ cost: '£40 a session' }),
	standing({ sector: 'other' }),
	standing({ sector: 'substance use' }),
	standing({ assuredOn: null }),
	standing({ assuredOn: '2019-01-01' })
];

const several: Written[] = [
	[
		{ age: 4, audiences: ['boys'] },
		{ fromAge: 5, audiences: ['girls'] },
		[...from(5, 4), ...isFor('girls')]
	],
	[
		{ age: 19, parentAgrees: false },
		{ toAge: 18, parentalAgreement: 'needed' },
		[...upTo(18, 19), ...noneYet]
	],
	[
		{ living: 'not known', language: 'Somali' },
		{ living: 'lives with', languages: ['English'] },
		[`${still}; whether this one does is not known.`, ...worksIn('English', 'Somali')]
	],
	[
		{ age: 15, parentAgrees: false, area: '' },
		{ parentalAgreement: 'needed under 16', areas: ['Camden'] },
		[...noneUnder16(15), ...nowhereKnown('Camden')]
	],
	[
		{ area: 'Islington', audiences: [] },
		{ areas: ['Camden'], audiences: ['girls'] },
		[...isFor('girls'), ...lives('Camden', 'Islington')]
	],
	[
		{ area: 'Islington', living: 'lives with' },
		{ areas: ['Camden'], living: 'no longer lives with' },
		[`${away}; this one lives with them.`, ...lives('Camden', 'Islington')]
	],
	[
		{
			...{ age: 4, area: 'Islington', audiences: ['boys'], language: 'Somali' },
			...{ parentAgrees: false, living: 'lives with' }
		},
		{
			...{ fromAge: 5, areas: ['Camden'], audiences: ['girls'], languages: ['English'] },
			...{ parentalAgreement: 'needed', living: 'no longer lives with' }
		},
		[
			...from(5, 4),
			...isFor('girls'),
			`${away}; this one lives with them.`,
			...noneYet,
			...worksIn('English', 'Somali'),
			...lives('Camden', 'Islington')
		]
	],
	[{ age: 4, needs: [use] }, { fromAge: 5, needs: [home] }, 'not shown'],
	[{ needs: [use], age: 10 }, { needs: [use], fromAge: 11 }, from(11, 10)],
	[{ needs: [others], age: 10 }, { needs: [use, others], fromAge: 5 }, 'fits'],
	[{ needs: [own], age: 16, audiences: ['girls'] }, { needs: [own], audiences: ['girls'] }, 'fits'],
	[{ needs: [harming], age: 11 }, { needs: [harming], fromAge: 13 }, from(13, 11)],
	[{ needs: [home, use], age: 10 }, { needs: [use], fromAge: 11 }, from(11, 10)],
	[{ needs: [home, use], area: 'Islington' }, { needs: [use], areas: ['Camden'] }, 'elsewhere'],
	[{ needs: ['mental health'], area: 'Islington' }, { needs: ['mental health'] }, 'fits'],
	[{ age: 19 }, { toAge: 18, statedAt: daysAgo(200) }, 'not shown'],
	[{ area: 'Islington' }, { areas: ['Camden'], statedAt: daysAgo(200) }, 'not shown'],
	[{ area: 'Islington' }, { areas: ['Camden'], statedAt: daysAgo(100) }, 'elsewhere'],
	[{ area: 'Islington' }, { areas: ['Camden'], capacity: 'full' }, 'elsewhere'],
	[{ parentAgrees: false, age: 12 }, { parentalAgreement: 'not needed', toAge: 12 }, 'fits'],
	[{ language: 'Polish', age: 13 }, { languages: ['Polish'], fromAge: 13 }, 'fits']
];

/** Two hundred written cases, by what each is about. */
export const writtenCases: Record<string, Written[]> = {
	ages,
	areas,
	needs,
	audiences,
	'living with the person who harms': livings,
	'a parent’s agreement': agreements,
	languages,
	'how fresh it is': freshness,
	'what keeps nothing from being shown': shownAnyway,
	'several at once': several
};
