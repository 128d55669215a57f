import type { Role } from '../access/index.ts';

/** Everybody in the demonstration signs in with these words. No other organisation has them. */
export const password = 'paint on the stone';

export const organisations = {
	school: 'Cairnfield School',
	domesticAbuse: 'Lantern Children’s Domestic Abuse Service',
	substances: 'Stile Young People’s Substance Service',
	partnership: 'Fell Valley Partnership'
} as const;

export type Place = keyof typeof organisations;

/** What somebody of the cast is called at the command line: their address before the @. */
export const nameOf = (email: string): string => email.slice(0, email.indexOf('@'));

/** Who can sign in to the demonstration, and what they do in the walk through it. */
export const cast: { at: Place; name: string; email: string; roles: Role[]; job: string }[] = [
	{
		at: 'school',
		name: 'Amal Fernhowe',
		email: 'amal@cairnfield.example',
		roles: ['teacher'],
		job: 'Form tutor'
	},
	{
		at: 'school',
		name: 'Bea Larkmere',
		email: 'bea@cairnfield.example',
		roles: ['teacher'],
		job: 'Teacher of science'
	},
	{
		at: 'school',
		name: 'Dee Thornbeck',
		email: 'dee@cairnfield.example',
		roles: ['lead'],
		job: 'Designated safeguarding lead'
	},
	{
		at: 'school',
		name: 'Una Marshgate',
		email: 'una@cairnfield.example',
		roles: ['head'],
		job: 'Headteacher'
	},
	{
		at: 'domesticAbuse',
		name: 'Wren Ashdene',
		email: 'wren@lantern.example',
		roles: ['worker'],
		job: 'Children’s worker'
	},
	{
		at: 'substances',
		name: 'Sol Reedmill',
		email: 'sol@stile.example',
		roles: ['worker'],
		job: 'Young people’s worker'
	},
	{
		at: 'school',
		name: 'Flo Birkrigg',
		email: 'flo@cairnfield.example',
		roles: ['deputy'],
		job: 'Deputy safeguarding lead'
	},
	{
		at: 'school',
		name: 'Ned Sykehouse',
		email: 'ned@cairnfield.example',
		roles: ['pastoral'],
		job: 'Head of Year 8'
	},
	{
		at: 'school',
		name: 'Gwen Orrest',
		email: 'gwen@cairnfield.example',
		roles: ['governor'],
		job: 'Safeguarding governor'
	},
	{
		at: 'school',
		name: 'Ada Wythmoor',
		email: 'ada@cairnfield.example',
		roles: ['admin'],
		job: 'School office'
	},
	{
		at: 'domesticAbuse',
		name: 'Mo Garthwaite',
		email: 'mo@lantern.example',
		roles: ['manager'],
		job: 'Service manager'
	},
	{
		at: 'partnership',
		name: 'Kit Scarsdale',
		email: 'kit@fellvalley.example',
		roles: ['analyst'],
		job: 'Partnership analyst'
	},
	{
		at: 'partnership',
		name: 'Ollie Bankfoot',
		email: 'ollie@fellvalley.example',
		roles: ['operator'],
		job: 'Keeps the platform'
	}
];
