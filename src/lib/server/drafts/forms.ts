import { referenceForm } from '#lib/references.ts';
import { stepPages } from '#lib/steps.ts';
import type { Act } from '../access/index.ts';

const stepForms = Object.keys(stepPages).join('|');

const at = (address: string): RegExp =>
	new RegExp(
		`^/desk/${address.replace('REFERENCE', referenceForm).replace('STEP', `(${stepForms})`)}$`
	);

/** The forms whose words are kept, by their address (and which of its forms), and the act that sending each one is. */
const forms: [address: RegExp, act: Act][] = [
	[at('concerns/new'), 'log a concern'],
	[at('concerns/REFERENCE/triage'), 'triage a concern'],
	[at('concerns/REFERENCE/review'), 'triage a concern'],
	[at('concerns/REFERENCE/additions'), 'add to a concern'],
	[at('cases/REFERENCE/entries'), 'add to a case'],
	[at('cases/REFERENCE/pictures\\?/(?:abuse|substances)'), 'add to a case'],
	[at('cases/REFERENCE/plan'), 'add to a case'],
	[at('cases/REFERENCE/disagreements'), 'add to a case'],
	[at('cases/REFERENCE/actions'), 'add to a case'],
	[at('cases/REFERENCE/closing'), 'add to a case'],
	[at('cases/REFERENCE/reopening'), 'add to a case'],
	[at('cases/REFERENCE/contacts'), 'add to a case'],
	[at('cases/REFERENCE/not-sharing'), 'send a referral'],
	[at('cases/REFERENCE/referrals/new'), 'send a referral'],
	[at('referrals/REFERENCE/STEP'), 'send a referral'],
	[at('inbox/REFERENCE/STEP'), 'answer a referral'],
	[at('schools/new'), 'write to a school']
];

/** What sending the form at this address does; `undefined` where nothing that is typed is kept. */
export const actOf = (form: string): Act | undefined =>
	forms.find(([address]) => address.test(form))?.[1];
