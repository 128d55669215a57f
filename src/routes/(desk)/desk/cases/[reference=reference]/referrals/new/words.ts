/** How the form asks for what every layout has, and what needs more than its label. */
export const questions: Record<string, { label?: string; hint?: string; rows?: number }> = {
	reason: {
		label: 'Why are you referring?',
		hint: 'In words the family could read. Leave out other children’s names and any protected address.',
		rows: 5
	},
	hopedFor: { label: 'What do you hope will be different?', rows: 3 },
	childsWishes: { label: 'What does the young person want?', rows: 3 },
	agreementNote: { label: 'Who was asked and what they said; or why you did not ask', rows: 2 },
	safeContact: {
		label: 'How is it safe to be in touch?',
		hint: 'With whom, when, by telephone, text or letter; and who must not know',
		rows: 3
	},
	childAddress: { hint: 'Only if it is needed, and never one that is protected' },
	siblings: {
		hint: 'Only what this referral needs. Each name is shown to you again before it leaves.'
	},
	equality: {
		hint: 'What the young person said of themselves and wants known; nothing is guessed'
	},
	abuse: { hint: 'The pattern, and what it does to the young person' },
	substances: { hint: 'Whatever they use does not cause the abuse of somebody else' },
	parentalSubstances: { hint: 'What is used at home is no reason for abuse, and no excuse' },
	toolUsed: { hint: 'A checklist is not copied here: only which it was, and what was judged' },
	otherMarac: { rows: 2 }
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
