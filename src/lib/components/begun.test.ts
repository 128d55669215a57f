import { expect, test } from 'vitest';
import { begunInWords } from './begun.ts';

test.each([
	['/desk/concerns/new', 'A concern'],
	['/desk/concerns/C-4K7M-2QHD/triage', 'A decision on C-4K7M-2QHD'],
	['/desk/cases/K-4K7M-2QHD/entries', 'An entry for K-4K7M-2QHD'],
	['/desk/cases/K-4K7M-2QHD/contacts', 'A contact in K-4K7M-2QHD'],
	['/desk/cases/K-4K7M-2QHD/pictures?/abuse', 'A picture of domestic abuse in K-4K7M-2QHD'],
	['/desk/cases/K-4K7M-2QHD/pictures?/substances', 'A picture of substances in K-4K7M-2QHD'],
	['/desk/cases/K-4K7M-2QHD/plan', 'A support plan in K-4K7M-2QHD'],
	['/desk/cases/K-4K7M-2QHD/disagreements', 'A disagreement in K-4K7M-2QHD'],
	['/desk/cases/K-4K7M-2QHD/referrals/new', 'A referral from K-4K7M-2QHD'],
	['/desk/referrals/R-4K7M-2QHD/closing', 'A step in R-4K7M-2QHD'],
	['/desk/inbox/R-4K7M-2QHD/acceptance', 'An answer to R-4K7M-2QHD']
])('what was begun at %s is “%s”', (form, said) => {
	expect(begunInWords(form)).toBe(said);
});
