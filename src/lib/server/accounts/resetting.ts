import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { Staff } from '../access/index.ts';
import { write } from '../db/index.ts';
import type { Letter } from '../mail/index.ts';
import * as organisations from '../organisations/index.ts';
import type { House } from '../organisations/index.ts';
import type { Cookie } from 'lucia';
import { choosing, wrongWith, type Chooser } from './choosing.ts';
import { deviceToken } from './devices.ts';
import { about, begin } from './limiting.ts';
import { endLinks, makeLink, openLink, useLink, type LinkKind } from './links.ts';
import { asReset } from './mailing.ts';
import { hashPassword } from './passwords.ts';
import { accounts } from './schema.ts';
import { factorsOf, hasOne } from './second-factors.ts';
import { attemptPassword, tellOfFailure, withinSession } from './second-step.ts';
import { endSessions, renew } from './sessions.ts';
import { placesOf, tell, tellAll, type DoorSettings } from './signing-in.ts';

/** Sends a letter that holds a secret. It is not kept. */
export type Send = (letter: Letter) => Promise<unknown>;

export const forgetting = v.object({
	email: v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.nonEmpty('Enter your e-mail address'),
		v.maxLength(254, 'That is too long for an address')
	)
});

/**
 * Sends somebody a link to choose a new password. Nothing that is given back says whether there is such an
 * account; the work is the caller's to do aside, so that the time says nothing either.
 */
export async function askForReset(
	settings: DoorSettings,
	email: string,
	send: Send,
	at = new Date()
): Promise<void> {
	const address = email.toLowerCase();
	const [account] = await settings.platform
		.select()
		.from(accounts)
		.where(eq(accounts.email, address));
	if (!account) return;
	const attempt = await begin(settings.platform, about('reset', address), { known: true }, at);
	if (!attempt.mayTry) return;
	await tellAll(settings, account.id, 'asked to reset the password', at);
	const token = await makeLink(settings.platform, account.id, 'reset', at);
	await send({ to: address, ...asReset(addressOf(settings.config, token)) });
}

/** Where a link leads. */
export const addressOf = ({ origin }: Pick<House['config'], 'origin'>, token: string): string =>
	new URL(`/desk/link/${token}`, origin).href;

/** What kind of link this is; `undefined` for one that was used, has expired or never was. */
export const kindOf = async (
	{ platform }: Pick<DoorSettings, 'platform'>,
	token: string,
	at = new Date()
): Promise<LinkKind | undefined> => (await openLink(platform, token, at))?.kind;

/**
 * What came of choosing a password: `device` is for the browser, which is known from then on, so that
 * nobody's guessing holds its owner up (devices.ts); a problem is a sentence for the field.
 */
export type Chosen = { device: string } | 'not valid' | { problem: string };

/**
 * Chooses a password by a link. The link, every other one and every session of the account are over with
 * it; the person signs in with the new one.
 */
export async function chooseByLink(
	settings: DoorSettings,
	token: string,
	password: string,
	at = new Date()
): Promise<Chosen> {
	const { platform } = settings;
	const link = await openLink(platform, token, at);
	if (!link) return 'not valid';
	const problem = wrongWith(password, await chooserOf(settings, link.account));
	if (problem) return { problem };
	const passwordHash = await hashPassword(password);
	await tellAll(settings, link.account.id, 'reset the password', at);
	const used = await write(platform, async (tx) => {
		if (!(await useLink(tx, token, at))) return false;
		await tx.update(accounts).set({ passwordHash }).where(eq(accounts.id, link.account.id));
		await endLinks(tx, link.account.id, at);
		await endSessions(tx, link.account.id);
		return true;
	});
	if (!used) return 'not valid';
	const who = { id: link.account.id, passwordHash };
	return { device: deviceToken(settings.master, who, 'password', at) };
}

export const changing = v.object({
	present: v.pipe(
		v.optional(v.string(), ''),
		v.nonEmpty('Enter your present password'),
		v.maxLength(1000, 'That is too long')
	),
	...choosing.entries
});

/** What came of changing one's password: the browser's new cookies, or why it was not changed. */
export type Changed =
	{ cookie: Cookie; device: string } | 'not recognised' | { wait: number } | { problem: string };

/**
 * Changes one's own password, knowing the present one. Every other session, every link and every known
 * device end; this session has a new token, and this device is known anew.
 */
export async function changePassword(
	settings: DoorSettings,
	staff: Staff,
	{ present, password }: { present: string; password: string },
	at = new Date()
): Promise<Changed> {
	const { platform } = settings;
	const on = await withinSession(settings, staff, 'password');
	const attempt = await begin(platform, on, { known: true }, at);
	if (!attempt.mayTry) return { wait: attempt.wait };
	if (!(await attemptPassword(settings, staff, present))) {
		await tellOfFailure(settings, staff, attempt.nextWaits, at);
		return 'not recognised';
	}
	await attempt.worked();
	const [account] = await platform.select().from(accounts).where(eq(accounts.id, staff.accountId));
	if (!account) return 'not recognised';
	const problem = wrongWith(password, await chooserOf(settings, account));
	if (problem) return { problem };
	const passwordHash = await hashPassword(password);
	await tell(settings, staff.organisation.id, staff, 'changed the password', at);
	await write(platform, async (tx) => {
		await tx.update(accounts).set({ passwordHash }).where(eq(accounts.id, account.id));
		await endLinks(tx, account.id, at);
		await endSessions(tx, account.id, { except: staff.sessionId });
	});
	const cookie = await renew(settings, staff.sessionId, {}, at);
	if (!cookie) return 'not recognised';
	const proved = hasOne(await factorsOf(platform, account.id)) ? 'both' : 'password';
	const who = { id: account.id, passwordHash };
	return { cookie, device: deviceToken(settings.master, who, proved, at) };
}

/** Who chooses: their name, their address, and what the places are called where they work. */
async function chooserOf(
	{ platform }: Pick<DoorSettings, 'platform'>,
	{ id, name, email }: typeof accounts.$inferSelect
): Promise<Chooser> {
	const places = await placesOf(platform, id);
	const found = await Promise.all(
		places.map(({ organisationId }) => organisations.byId(platform, organisationId))
	);
	return { name, email, organisations: found.flatMap((one) => one?.name ?? []) };
}
