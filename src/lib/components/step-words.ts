import type { StepPage } from '../steps.ts';

type Asked = {
	name: 'says' | 'reason' | 'supports' | 'dueOn' | 'toWhom' | 'view' | 'viewSays' | 'next';
	label: string;
	hint?: string;
};
type Words = { link: string; title: string; button: string; fields: Asked[] };

const toWhom: Asked = { name: 'toWhom', label: 'To whom does it go?' };
const why: Asked = { name: 'says', label: 'Why?' };
const leaves = 'It leaves the school. Leave out other children’s names and any protected address.';

/** What the form of each step says and asks. */
export const stepWords: Record<StepPage, Words> = {
	acceptance: {
		...{ link: 'Accept', title: 'Accept this', button: 'Accept' },
		fields: [
			{ name: 'says', label: 'Who will be in touch, and how?' },
			{ name: 'dueOn', label: 'By when will they be in touch?' }
		]
	},
	'waiting-list': {
		...{ link: 'Put on a waiting list', title: 'Put on a waiting list', button: 'Say this' },
		fields: [
			{
				name: 'supports',
				label: 'Who supports the young person while they wait?',
				hint: 'The school goes on holding them. Say who is there for them, and how to reach them.'
			},
			{ name: 'dueOn', label: 'About when will there be a place?' },
			{ name: 'says', label: 'Anything else the school should know' }
		]
	},
	'information-needed': {
		...{ link: 'Ask for information', title: 'Ask for information', button: 'Ask for this' },
		fields: [
			{
				name: 'says',
				label: 'What do you need to know before you can decide?',
				hint: 'The school is asked to answer within two working days.'
			}
		]
	},
	refusal: {
		...{ link: 'Decline', title: 'Decline this', button: 'Decline' },
		fields: [
			{ name: 'reason', label: 'Why?' },
			{
				name: 'says',
				label: 'Where else could the young person be helped, or what should happen next?',
				hint: 'The school goes on holding them, and reads this.'
			}
		]
	},
	progress: {
		...{ link: 'Say how it goes', title: 'The work has begun, or goes on', button: 'Say this' },
		fields: [
			{ name: 'dueOn', label: 'When will you look at how it goes?' },
			{ name: 'says', label: 'How does it go?' }
		]
	},
	'lost-contact': {
		...{ link: 'Contact was lost', title: 'Contact was lost', button: 'Say this' },
		fields: [
			{ name: 'reason', label: 'Why?' },
			{ name: 'says', label: 'What was tried?', hint: 'How often, when and in which ways' }
		]
	},
	outcome: {
		...{ link: 'Say what came of it', title: 'What came of it', button: 'Say this' },
		fields: [
			{ name: 'says', label: 'What came of it?' },
			{ name: 'view', label: 'How is the young person’s view there?' },
			{ name: 'viewSays', label: 'Their view; or why they were not asked' }
		]
	},
	'step-up': {
		...{ link: 'More help is needed', title: 'More help is needed', button: 'Say this' },
		fields: [toWhom, why]
	},
	'step-down': {
		...{ link: 'Less help is enough', title: 'Less help is enough', button: 'Say this' },
		fields: [toWhom, why]
	},
	reply: {
		...{ link: 'Write to the school', title: 'Write to the school', button: 'Send this' },
		fields: [{ name: 'says', label: 'Your message' }]
	},
	information: {
		...{ link: 'Give what they asked for', title: 'Give what they asked for' },
		button: 'Send this',
		fields: [
			{
				name: 'says',
				label: 'What they asked for',
				hint: leaves
			}
		]
	},
	message: {
		...{ link: 'Write to them', title: 'Write to them', button: 'Send this' },
		fields: [
			{
				name: 'says',
				label: 'Your message',
				hint: leaves
			}
		]
	},
	withdrawal: {
		...{ link: 'Withdraw this', title: 'Withdraw this referral', button: 'Withdraw it' },
		fields: [{ ...why, hint: leaves }]
	},
	error: {
		...{ link: 'It was sent in error', title: 'It was sent in error', button: 'Say this' },
		fields: [{ name: 'says', label: 'What went wrong?', hint: leaves }]
	},
	closing: {
		...{ link: 'Say what comes next, and close', title: 'What comes next', button: 'Close it' },
		fields: [
			{
				name: 'next',
				label: 'What does the school do next?',
				hint: `The young person is the school’s again. An end that nobody acts on is a gap. ${leaves}`
			},
			why
		]
	}
};
