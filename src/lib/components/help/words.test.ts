import { expect, test } from 'vitest';
import { serviceById } from '#lib/server/help-services/index.ts';
import {
	billInWords,
	hoursInWords,
	openingInWords,
	seenInWords,
	uncheckedInWords,
	websiteInWords,
	whoInWords
} from './words.ts';

const service = (id: string) => serviceById(id)!;

test('hours read as a person would say them', () => {
	expect(hoursInWords(service('shout').hours)).toBe('Open 24 hours, every day.');
	expect(hoursInWords(service('cruse').hours)).toBe(
		'Monday, Wednesday, Thursday and Friday, 9.30am to 5pm. Tuesday, 1pm to 8pm.'
	);
	expect(hoursInWords(service('calm').hours)).toBe('Every day, 5pm to midnight.');
	expect(hoursInWords(service('cruse_scotland').hours)).toBe(
		'Monday to Friday, 9am to 8pm. Saturday and Sunday, 10am to 2pm.'
	);
	expect(hoursInWords(service('victim_support').hours)).toBeUndefined();
});

test('a card says who it is for, as far as a source does', () => {
	expect(whoInWords(service('childline'))).toBe('For anyone under 19.');
	expect(whoInWords(service('centrepoint'))).toBe('For ages 16 to 25.');
	expect(whoInWords(service('rape_sexual_abuse_support_line'))).toBe('For anyone aged 16 or over.');
	expect(whoInWords(service('samaritans'))).toBe('For any age.');
	expect(whoInWords(service('national_da_helpline'))).toBe('For adults and older teenagers.');
	expect(whoInWords(service('nspcc_helpline'))).toBe('For adults.');
	expect(whoInWords(service('karma_nirvana'))).toBeUndefined();
});

test('whether somebody answers now is said in words, and never only by a mark', () => {
	expect(openingInWords({ is: 'open' })).toBe('Open now.');
	expect(openingInWords({ is: 'unknown' })).toBe('We do not know if it is open now.');
	expect(openingInWords({ is: 'closed', opens: undefined })).toBe('Closed now.');
	expect(openingInWords({ is: 'closed', opens: { day: 'mon', from: '09:30' } })).toBe(
		'Closed now. Opens Monday at 9.30am.'
	);
});

test('what was seen in a source, and what a person checked, are told apart; what is old is said to be', () => {
	const known = { checkedOn: undefined, checkAgain: '2027-02-20', is: 'fresh' as const };

	expect(seenInWords('May 2020', undefined)).toBe('Last seen in a source: May 2020.');
	expect(seenInWords('May 2020', known)).toBe('Last seen in a source: May 2020.');
	expect(seenInWords('May 2020', { ...known, is: 'old' })).toBe(
		'Last seen in a source: May 2020. It may have changed since.'
	);
	expect(seenInWords('May 2020', { ...known, checkedOn: '2026-11-26' })).toBe(
		'A person checked this on Thu 26 Nov 2026.'
	);
});

test('a bill is spoken of only where the operator does', () => {
	expect(billInWords(service('childline'))).toContain('The call stays in the phone’s own list');
	expect(billInWords(service('frank'))).toContain('may be shown');
	expect(billInWords(service('nhs_111_mental_health'))).toBeUndefined();
});

test('what nobody could check is said in one line', () => {
	expect(uncheckedInWords(service('police_101'))).toBe(
		'We could not check when it is open or if it covers all of the UK.'
	);
	expect(uncheckedInWords(service('childline'))).toBeUndefined();
});

test('a website is short enough to write down', () => {
	expect(websiteInWords(service('report_remove').website!)).toBe('childline.org.uk/report-remove');
	expect(websiteInWords(service('samaritans').website!)).toBe('samaritans.org');
});
