import type { Finding } from '#lib/server/sharing/index.ts';

/** Something found in words that would leave, and what tells it from another. */
export type Found = Finding & { key: string };
type Typed = Readonly<Record<string, string>>;

/** The field in which it is said why a finding belongs there. */
export const because = (at: number): string => `because-${at + 1}`;

/** What was already said of a finding; its place may have changed since. */
export function answerTo(typed: Typed, key: string): string {
	const [name = ''] =
		Object.entries(typed).find(([each, found]) => /^found-\d+$/.test(each) && found === key) ?? [];
	return typed[name.replace('found', 'because')] ?? '';
}

/** What is still to be said of the findings, as sentences by the field. */
export const unansweredIn = (findings: readonly Found[], typed: Typed): Record<string, string> =>
	Object.fromEntries(
		findings.flatMap(({ words, key }, at) =>
			answerTo(typed, key)
				? []
				: [[because(at), `Take “${words}” out, or say why it belongs there`]]
		)
	);
