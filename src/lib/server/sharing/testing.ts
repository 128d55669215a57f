import type { Leaving } from './looking-again.ts';

type Person = Leaving['child'];
type Trap = 'wrong recipient' | 'shared surname' | 'protected address' | 'sibling';

/** A referral as somebody might write it, and the trap that was put into it, if there is one. */
export type Staged = { leaving: Leaving; trap: Trap | null };

// The same five hundred each time: a test of figures must not be one of luck.
let state = 2016;
const below = (bound: number): number => {
	state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
	return Math.floor((state / 2 ** 32) * bound);
};
const pick = <Item>(items: readonly Item[]): Item => {
	const picked = items[below(items.length)];
	if (picked === undefined) throw new Error('Nothing to pick from in the test');
	return picked;
};

const given =
	'Aisha Alfie Amelia Ben Bilal Carys Chloe Dev Ella Emre Élodie Finlay Grace Hassan Imogen Isla Jack Kofi Leo Maya Noah Olive Omar Priya Rhys Robin Rosa Rowan Summer Tariq Violet Zara'.split(
		' '
	);
const family =
	'Alderbeck Ashcombe Birchfold Cairnhow O’Rookstone Brackenby Fellgate Gorseholm Hazelmere Larkrigg Mossgate Oakthwaite Pebbleway Quillstone Reedshaw Sorrelworth Thistlehope Willowdene Wrenholt Winterscar Heatherby Juniperlea Lindenforth Marshkeld Stile-Moor Thornby Rainpike Sedgehill Silverdene Brookham'.split(
		' '
	);

const born = (): string =>
	`${2008 + below(8)}-${String(1 + below(12)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`;

/** Four hundred and fifty pupils, no two of the same name. */
const school: Person[] = given
	.flatMap((givenName) => family.map((familyName) => ({ givenName, familyName, bornOn: born() })))
	.filter((_, at) => at % 2 === 0)
	.slice(0, 450);

const services = [
	{ id: 's1', name: 'Lantern Children’s Domestic Abuse Service', fromAge: 5, toAge: 18 },
	{ id: 's2', name: 'Stile Young People’s Substance Service', fromAge: 8, toAge: 19 },
	{ id: 's3', name: 'Hearthstone Refuge', fromAge: null, toAge: null },
	{ id: 's4', name: 'Fell Valley Young Carers', fromAge: 8, toAge: null },
	{ id: 's5', name: 'Rowan Girls’ Group', fromAge: 8, toAge: 18 }
];
const likeOf: Record<string, string> = {
	s1: 'Lanterns Adult Outreach',
	s2: 'Stiles Alcohol Service',
	s3: 'Heathstone Refuge',
	s4: 'Fells Carers Link',
	s5: 'Rowans Family Project'
};

const reasons = [
	'Over the last 3 weeks several of us have noticed a change. NAME comes in tired and says little.',
	'NAME told a teacher on Monday 9 November that shouting at home goes on most nights.',
	'We first noticed in year 7. Since March there have been 14 absences, most of them on a Monday.',
	'NAME has said that Mum’s partner takes the phone away and checks it. Mum is frightened of him.',
	'NAME says that an older friend brings vapes and something stronger on Fridays, and is worried.',
	'A parent drinks in the evenings. NAME makes tea for everybody, and is often late.',
	'The school nurse saw NAME on 12/10/2026 at 10:15, after a fall that nobody could explain.',
	'NAME went to stay with Gran in the summer and did not want to come back in September.',
	'Two teachers and the office have each written down that NAME will not go home by the main road.',
	'NAME’s form tutor, who is trusted, has met NAME on 4 Thursdays. It is going well so far.'
];
const hopes = [
	'That NAME has somebody outside school to talk to, and knows that none of it is their fault.',
	'One-to-one work, in school, at a time that is not a lesson NAME enjoys.',
	'That NAME feels safe on the way home, and that the family hears of nothing before it is planned.',
	'Somebody who knows about substances and does not tell NAME off.'
];
const wishes = [
	'“I’d talk to someone if it’s not at home.”',
	'NAME said: “Not him. Not the man who came in year 8.” NAME would like a woman.',
	'NAME was asked on 3 November and wants to think about it until Friday.',
	'“I just want it to be quiet.”'
];
const safe = [
	'Through the school office, 8:30 to 3:30. Do not telephone or write to the home.',
	'Text the mother between 10 and 2 on weekdays. Never leave a message.',
	'Ring the school. NAME’s father must not know.',
	'By letter to the school, marked for the lead. Nobody at home opens the post but Dad: nothing there.'
];

const said = (sentences: readonly string[], { givenName }: Person): string =>
	pick(sentences).replaceAll('NAME', givenName);

const ageOf = ({ bornOn }: Person): number => 2026 - Number(bornOn.slice(0, 4));

function clean(): Leaving {
	const child = pick(school.filter((one) => ageOf(one) >= 8 && ageOf(one) <= 18));
	const sibling = school.find((one) => one.familyName === child.familyName && one !== child);
	const siblings = below(2) === 0 && sibling ? [sibling] : [];
	return {
		fields: {
			reason: `${said(reasons, child)} ${said(reasons, child)}`,
			hopedFor: said(hopes, child),
			childsWishes: said(wishes, child),
			agreementNote: said(['NAME was asked by the lead and said yes.', ''], child),
			safeContact: said(safe, child)
		},
		...{ child, siblings, age: ageOf(child), recipient: pick(services), services },
		others: school.filter((one) => one !== child),
		unsafeNumbers: ['020 7946 0100']
	};
}

const into = (leaving: Leaving, field: string, more: string): Leaving => ({
	...leaving,
	fields: { ...leaving.fields, [field]: `${leaving.fields[field]} ${more}` }
});

const traps: Record<Trap, (leaving: Leaving, at: number) => Leaving> = {
	'wrong recipient': (leaving) => {
		const other = { id: 'like', name: likeOf[leaving.recipient.id] ?? '' };
		return { ...leaving, services: [...services, other] };
	},
	'shared surname': (leaving, at) => {
		const shared = leaving.others.find((one) => one.familyName === leaving.child.familyName);
		const name = `${shared?.givenName} ${shared?.familyName}`;
		const told = [
			`${name} saw it too.`,
			`Ask ${name.toLowerCase()}.`,
			`We wrote to ${name}’s mother.`
		];
		return into({ ...leaving, siblings: [] }, 'reason', told[at % told.length] ?? '');
	},
	'protected address': (leaving, at) => {
		const places = [
			'They are at 27 Beckside Lane now.',
			'New address: Flat 4, and nobody may know.',
			'Mum moved to CA12 4RT in October.',
			'She gave us 3a Old Mill Street.',
			'Post goes to ca124rt.'
		];
		return into(leaving, pick(Object.keys(leaving.fields)), places[at % places.length] ?? '');
	},
	sibling: (leaving, at) => {
		const sibling = leaving.others.find((one) => one.givenName !== leaving.child.givenName);
		if (!sibling) throw new Error('Nobody has a sibling in the test');
		const [year = '', month = '', day = ''] = sibling.bornOn.split('-');
		const told = [
			`${sibling.givenName} is frightened as well.`,
			`There is a brother, born ${Number(day)}/${Number(month)}/${year}.`,
			`Last week ${sibling.givenName} was sick at school.`
		];
		return into(
			{ ...leaving, siblings: [sibling] },
			pick(['reason', 'hopedFor', 'childsWishes']),
			told[at % told.length] ?? ''
		);
	}
};

const kinds = Object.keys(traps) as Trap[];

/** Five hundred referrals, 50 of them with a trap. */
export const staged: Staged[] = Array.from({ length: 500 }, (_, at) => {
	const leaving = clean();
	if (at % 10 !== 0) return { leaving, trap: null };
	const trap = kinds[(at / 10) % kinds.length] ?? 'sibling';
	return { leaving: traps[trap](leaving, Math.floor(at / 40)), trap };
});
