// What is asked again under “Sharing” is for the school’s own record.
const ours = 'The service reads this. What you write under “Sharing” stays at the school.';

/** How the form asks for what every layout has, and what needs more than its label. */
export const questions: Record<string, { label?: string; hint?: string; rows?: number }> = {
	reason: {
		label: 'Why are you referring?',
		hint: 'What happened, when, any injuries, and who saw or heard it; in words the family could read. Leave out other children’s names and any protected address.',
		rows: 5
	},
	hopedFor: { label: 'What do you hope will be different?', rows: 3 },
	childsWishes: { label: 'What does the young person want?', rows: 3 },
	agreementNote: {
		label: 'Who was asked, when, and what they said; or why you did not ask',
		rows: 2
	},
	safeContact: {
		label: 'How is it safe to be in touch?',
		hint: 'A telephone number, with whom, when, and by telephone, text or letter; whether a message may be left; and who must not know',
		rows: 3
	},
	childAddress: { hint: 'Only if it is needed, and never one that is protected' },
	siblings: {
		hint: 'Only what this referral needs. Each name is shown to you again before it leaves.'
	},
	equality: {
		hint: 'Only what the young person has said and wants passed on. Do not guess.'
	},
	abuse: { hint: 'The pattern, and what it does to the young person' },
	substances: {
		hint: 'Which substances, how much, how often and how; age at first use; alone or with others; any injecting, overdose, A&E visit or risky situation. Their use never causes or excuses what somebody else does to them.'
	},
	parentalSubstances: { hint: 'Adults’ use at home never causes abuse, and never excuses it.' },
	toolUsed: { hint: 'A checklist is not copied here: only which it was, and what was judged' },
	parentsKnow: { hint: ours },
	childKnows: { hint: ours }
};

/** The fields that are a line and not a paragraph. */
export const short = [
	'referrerContact',
	'toolUsed',
	'toolVersion',
	'toolBy',
	'toolOn',
	'childLanguage'
];

/** What the page calls a field in which something was found. */
export const calledInFindings: Record<string, string> = {
	service: 'Which service',
	reason: 'Why you are referring',
	hopedFor: 'What you hope will be different',
	childsWishes: 'What the young person wants',
	agreementNote: 'Who was asked',
	safeContact: 'How it is safe to be in touch'
};
