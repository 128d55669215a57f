import * as openReferral from '../lib/server/open-referral/index.ts';
import type { House } from '../lib/server/organisations/index.ts';
import { Refused, type Options } from './command.ts';

/** Takes an Open Referral feed into the directory, from a file or an address, and says what was refused and why. */
export async function importDirectory(
	house: House,
	[from]: string[],
	{ 'allow-private': allowPrivate }: Options
): Promise<string> {
	if (!from)
		throw new Refused('Say where from: waymark directory import https://feed.example/base');
	try {
		const source = await openReferral.sourceOf(from, { allowPrivate });
		try {
			return told(await openReferral.importFrom(house.published, source));
		} finally {
			source.close();
		}
	} catch (fault) {
		if (fault instanceof openReferral.Unread)
			throw new Refused(
				`${fault.message}\nNothing was changed. The same command goes on where it was.`
			);
		throw fault;
	}
}

function told({ state, refusal, taken, ended, refused, warnings }: openReferral.Report): string {
	const items = refused.flatMap(({ id, reasons }) => reasons.map((reason) => `  ${id}, ${reason}`));
	const lines = [
		`Refused: ${refused.length}.`,
		...items,
		...Object.entries(warnings).map(([says, many]) => `Taken with a warning: ${many}, ${says}`)
	].join('\n');
	if (state === 'refused') throw new Refused(`${refusal} Nothing was changed.\n${lines}`);
	return `Taken in: ${taken}. No longer in the feed: ${ended}.\n${lines}`;
}
