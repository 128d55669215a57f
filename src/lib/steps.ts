/** The pages of the steps of a referral: what the address of each is called. */
export const stepPages = {
	'information-needed': 'information needed',
	acceptance: 'accepted',
	'waiting-list': 'waiting',
	refusal: 'declined',
	progress: 'in progress',
	'lost-contact': 'could not engage',
	outcome: 'outcome',
	'step-up': 'stepped up',
	'step-down': 'stepped down',
	reply: 'replied',
	information: 'information given',
	message: 'asked',
	withdrawal: 'withdrawn',
	error: 'entered in error',
	closing: 'closed'
} as const;

export type StepPage = keyof typeof stepPages;

export const isStepPage = (text: string): text is StepPage => Object.hasOwn(stepPages, text);

/** The address of the page of a step; `undefined` for one that happens of itself. */
export const stepPageOf = (state: string): StepPage | undefined =>
	(Object.keys(stepPages) as StepPage[]).find((page) => stepPages[page] === state);
