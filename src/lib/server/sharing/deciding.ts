import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { Staff } from '../access/index.ts';
import type { Tx } from '../db/index.ts';
import { choice, narrative, text } from '../fields.ts';
import { keyOf, type Finding } from './looking-again.ts';
import { sharingAnswers, sharingDecisions } from './schema.ts';

/**
 * On what basis a school shares what it knows of a child: articles of the UK GDPR as `standards.md` 6.2 of
 * the facts has them. A family’s agreement to a service is none of them.
 */
export const bases = [
	'public task: safeguarding pupils (article 6(1)(e))',
	'a legal obligation (article 6(1)(c))',
	'recognised legitimate interest: safeguarding somebody vulnerable (article 6(1)(ea))',
	'to protect somebody’s life (article 6(1)(d))'
] as const;

/** What a form that shares must say about sharing itself, whatever was agreed about a service. */
export const sharing = {
	basis: choice(bases, 'Choose on what basis you share this'),
	childTold: narrative('Say whether the young person knows, or why they were not told'),
	parentsTold: narrative('Say whether a parent knows, or why they were not told')
};

type Sharing = { basis: string; childTold: string; parentsTold: string };
type About = { caseId: string; referralId: string; withWhom: string };

/** Writes down, in the caller’s transaction, that something was shared: with whom, on what basis, and who was told. */
export async function share(
	tx: Tx,
	staff: Staff,
	about: About,
	{ basis, childTold, parentsTold }: Sharing,
	at: Date
): Promise<void> {
	await tx.insert(sharingDecisions).values({
		...about,
		...{ id: randomUUID(), choice: 'share', basis, childTold, parentsTold, why: '' },
		...{ by: staff.id, at }
	});
}

/** How each finding was answered, by what tells it from another; empty where it was not. */
export type Answers = Readonly<Record<string, string>>;

const answer = v.pipe(text, v.string());

/** The answers in a form: `found-1` says which finding, and `because-1` why it belongs there. */
export function answersIn(typed: Readonly<Record<string, string>>): Answers {
	const answers: Record<string, string> = {};
	for (const [name, found] of Object.entries(typed)) {
		const number = /^found-(\d+)$/.exec(name)?.[1];
		const said = v.safeParse(answer, typed[`because-${number}`]);
		if (number && said.success) answers[found] = said.output;
	}
	return answers;
}

/** The findings that nobody has answered. */
export const unanswered = (findings: readonly Finding[], answers: Answers): Finding[] =>
	findings.filter((finding) => !answers[keyOf(finding)]);

/** Writes down, in the caller’s transaction, why what was found before sending belongs there. */
export async function keepAnswers(
	tx: Tx,
	staff: Staff,
	referralId: string,
	findings: readonly Finding[],
	answers: Answers,
	at: Date
): Promise<void> {
	for (const finding of findings)
		await tx.insert(sharingAnswers).values({
			...{ id: randomUUID(), referralId, found: `${finding.kind}: ${finding.words}` },
			...{ field: finding.field, answer: 'it belongs there', why: answers[keyOf(finding)] ?? '' },
			...{ by: staff.id, at }
		});
}
