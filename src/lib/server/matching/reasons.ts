import type { Listed } from '../directory/index.ts';
import type { Child } from './child.ts';

type Reason = (service: Listed, child: Child) => string | undefined;

const oneOf = (names: readonly string[]): string =>
	new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(names);

const same = (one: string, other: string): boolean =>
	one.trim().toLocaleLowerCase('en-GB') === other.trim().toLocaleLowerCase('en-GB');

const tooYoung: Reason = ({ fromAge }, { age }) =>
	fromAge !== null && age < fromAge
		? `It takes young people from ${fromAge}; this one is ${age}.`
		: undefined;

const tooOld: Reason = ({ toAge }, { age }) =>
	toAge !== null && age > toAge
		? `It takes young people up to ${toAge}; this one is ${age}.`
		: undefined;

/** Whether a service takes children from a council: one that names none takes them from everywhere. */
export const takesFrom = ({ areas }: Listed, area: string): boolean =>
	areas.length === 0 || areas.some((each) => same(each, area));

export const elsewhere: Reason = (service, { area }) => {
	if (service.areas.length === 0) return undefined;
	const where = `It takes young people who live in ${oneOf(service.areas)}`;
	if (!area.trim()) return `${where}; where this one lives is not known.`;
	return takesFrom(service, area) ? undefined : `${where}; this one lives in ${area.trim()}.`;
};

const forOthers: Reason = ({ audiences }, child) =>
	audiences.length === 0 ||
	audiences.includes('anyone') ||
	audiences.some((each) => child.audiences.includes(each))
		? undefined
		: `It is for ${oneOf(audiences)}; nobody has said that of this young person.`;

const livesOtherwise: Reason = ({ living }, child) => {
	if (living === 'either' || living === child.living) return undefined;
	const asks = `It takes young people who ${living.replace(/^lives/, 'live').replace('longer lives', 'longer live')} the person who harms`;
	return child.living === 'not known'
		? `${asks}; whether this one does is not known.`
		: `${asks}; this one ${child.living} them.`;
};

const withoutAgreement: Reason = ({ parentalAgreement }, { age, parentAgrees }) => {
	if (parentAgrees) return undefined;
	if (parentalAgreement === 'needed')
		return 'It needs a parent’s agreement, and there is none yet.';
	return parentalAgreement === 'needed under 16' && age < 16
		? `Under 16 it needs a parent’s agreement, and there is none yet; this one is ${age}.`
		: undefined;
};

const otherLanguage: Reason = ({ languages }, { language }) =>
	!language.trim() || languages.length === 0 || languages.some((each) => same(each, language))
		? undefined
		: `It works in ${new Intl.ListFormat('en-GB').format(languages)}; this one would rather speak ${language.trim()}.`;

const withoutArea: Reason[] = [
	tooYoung,
	tooOld,
	forOthers,
	livesOtherwise,
	withoutAgreement,
	otherLanguage
];

const said = (reasons: Reason[], service: Listed, child: Child): string[] =>
	reasons.map((reason) => reason(service, child)).filter((each) => each !== undefined);

/** Everything that keeps a service from this child but where they live, each as a sentence. */
export const otherReasons = (service: Listed, child: Child): string[] =>
	said(withoutArea, service, child);

/** Everything that keeps a service from this child, each as a sentence. Nothing means that it fits. */
export const reasonsAgainst = (service: Listed, child: Child): string[] =>
	said([...withoutArea, elsewhere], service, child);
