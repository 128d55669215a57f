import { resolve } from '$app/paths';
import * as help from '#lib/server/help/index.ts';
import * as checks from '#lib/server/help-checks/index.ts';
import * as counts from '#lib/server/help-counts/index.ts';
import * as pages from '#lib/server/help-pages/index.ts';
import * as services from '#lib/server/help-services/index.ts';
import { running } from '#lib/server/running.ts';

/** What a page of the help door shows: what was asked for, or the plain one of somebody who left. */
export type Shown = Awaited<ReturnType<typeof show>>;

/**
 * The page for what was picked so far. `left` is when somebody left, and `made` when the page was made that
 * they pressed a button on: of somebody who left since, nothing is shown until they ask.
 */
export async function show(said: help.Said, left: Date | undefined, made: Date | undefined) {
	const at = new Date();
	const { house } = await running();
	const school = said.school ? await pages.shownAt(house.published, said.school) : undefined;
	const known = { ...said, school: school?.code };
	const page = help.askedSince(left, made)
		? help.pageFor(known, at, await checks.latest(house.published))
		: { aside: help.sealed(known, at) };
	if ('topic' in page) counts.count(page.topic.id, at);
	return { page, school, out: wayOut(school, at), emergency: services.emergency() };
}

const wayOut = (school: pages.HelpPage | undefined, at: Date) => ({
	href: school
		? resolve('/(help)/info/next/[code=code]', { code: school.code })
		: resolve('/(help)/info/next'),
	to: pages.exitOf(school),
	at: at.getTime(),
	integrity: help.integrity
});
