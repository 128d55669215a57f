import { expect, test } from 'vitest';
import type { Contact } from '../contacts/index.ts';
import { noon } from '../testing.ts';
import { filledFrom } from './filling.ts';

const contact = (different: Partial<Contact>): Contact => ({
	...{ id: 'sam', name: 'Sam Mossgate', relation: 'mother', telephone: '01632 960001' },
	...{ responsibility: 'yes', livesHere: 'yes', toRing: 'not safe', toText: 'safe' },
	...{ toWrite: 'not safe', whenSafe: 'Between ten and two.', mustNotKnow: '' },
	...{ by: 'Dee', at: noon },
	...different
});
const abuse = {
	...{ whoHarms: 'Her father', abuseKinds: ['controlling or coercive', 'online'] },
	...{ pattern: 'Every evening.', effect: 'Does not sleep.' }
};
const said = (childsWords: string | null, isShared = false) => ({ childsWords, isShared });
const nothing = { contacts: [], abuse: null, chronology: [] };

test('a referral begins with who lives there, who is responsible and how they are safely reached', () => {
	const other = { name: 'Alex Mossgate', relation: 'father', livesHere: 'no' } as const;
	const filled = filledFrom({
		...nothing,
		contacts: [
			contact({}),
			contact({
				...other,
				responsibility: 'not known',
				toText: 'not safe',
				whenSafe: '',
				mustNotKnow: 'Alex'
			})
		]
	});

	expect(filled.household).toBe('Sam Mossgate, mother');
	expect(filled.parentalResponsibility).toBe('Sam Mossgate, mother');
	expect(filled.safeContact.split('\n')).toEqual([
		'Sam Mossgate, mother, 01632 960001; safe to text; when: Between ten and two.',
		'Alex Mossgate, father; not known to be safe to reach; must not know: Alex'
	]);
});

test('a number that is safe neither to ring nor to text is not filled in', () => {
	const filled = filledFrom({
		...nothing,
		contacts: [contact({ toText: 'not known', toWrite: 'safe' })]
	});
	expect(filled.safeContact).not.toContain('01632');
	expect(filled.safeContact).toContain('safe to write');
});

test('it begins with the picture of abuse and the child’s own words, the first first, and no words of several', () => {
	const filled = filledFrom({
		...{ ...nothing, abuse },
		chronology: [said('Not again.'), said(null), said('Theirs.', true), said('I can tell.')]
	});
	expect(filled.personWhoHarms).toBe('Her father');
	expect(filled.abuse.split('\n')).toEqual([
		...['controlling or coercive, online', 'Every evening.', 'Does not sleep.']
	]);
	expect(filled.childsWords).toBe('I can tell.\nNot again.');
});

test('of a case that knows nothing, nothing is filled in', () => {
	expect(Object.values(filledFrom(nothing)).join('')).toBe('');
});
