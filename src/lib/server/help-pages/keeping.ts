import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { may, type Staff } from '../access/index.ts';
import { newPageCode, write, type Database } from '../db/index.ts';
import * as ledger from '../ledger/index.ts';
import { exitOf, of, type HelpPage } from './reading.ts';
import { helpPageAdults, helpPages, helpPageServices } from './schema.ts';

const act = 'keep the school’s help page';

/** Where a page is kept, for anybody to read, and where it is written down that it was changed. */
export type Place = { published: Database<'public'>; db: Database<'organisation'> };

/** How many adults, and how many services, a page has room for. */
export const mostAdults = 6;
export const mostServices = 4;

const short = v.pipe(
	v.optional(v.string(), ''),
	v.trim(),
	v.maxLength(80, 'Use at most 80 letters')
);
const rows = (of: string, many: number, parts: readonly string[]) =>
	Object.fromEntries(
		Array.from({ length: many }, (_, at) =>
			parts.map((part) => [`${of}${at + 1}${part}`, short])
		).flat()
	) as Record<string, typeof short>;

const adultParts = ['name', 'does', 'room', 'times'] as const;
const serviceParts = ['name', 'about', 'reach'] as const;

function isNeutral(address: string): boolean {
	const url = URL.parse(address);
	return url?.protocol === 'https:' && !url.username && !url.port && url.hostname.includes('.');
}

/** The form: the parts of each adult are `adult1name`, `adult1does`… and those of each service `service1name`… */
export const keeping = v.pipe(
	v.object({
		...rows('adult', mostAdults, adultParts),
		...rows('service', mostServices, serviceParts),
		exit: v.pipe(
			v.optional(v.string(), ''),
			v.trim(),
			v.transform((typed) => typed || exitOf()),
			v.maxLength(200, 'Use an address of at most 200 letters'),
			v.check(isNeutral, 'Enter the address of a site, such as https://www.bbc.co.uk/weather')
		),
		shown: v.optional(v.picklist(['yes']))
	}),
	v.rawCheck(({ dataset, addIssue }) => {
		if (!dataset.typed) return;
		const typed = dataset.value as Record<string, string>;
		for (const field of halfWritten(typed))
			addIssue({
				message: field.startsWith('adult') ? 'Enter who this is' : 'Enter what it is called',
				path: [{ type: 'object', origin: 'value', input: typed, key: field, value: '' }]
			});
		if (typed.shown && !typed.adult1name)
			addIssue({
				message: 'Name at least one adult before the page is shown',
				path: [{ type: 'object', origin: 'value', input: typed, key: 'adult1name', value: '' }]
			});
	})
);

/** The names that are missing beside other words of the same adult or service. */
function halfWritten(typed: Record<string, string>): string[] {
	return Object.keys(typed)
		.filter((field) => /^(adult|service)\d+name$/.test(field) && !typed[field])
		.filter((field) => {
			const row = field.replace(/name$/, '');
			return Object.entries(typed).some(([each, said]) => each.startsWith(row) && said !== '');
		});
}

const written = (typed: Record<string, string>, of: string, many: number) =>
	Array.from(
		{ length: many },
		(_, at) => (part: string) => typed[`${of}${at + 1}${part}`] ?? ''
	).filter((part) => part('name'));

/** Whether this is not theirs to keep, which is then written down: only a school has such a page. */
async function isRefused(db: Place['db'], staff: Staff, at: Date): Promise<boolean> {
	if (may(staff, act) && staff.organisation.kind === 'school') return false;
	await ledger.recordRefusal(db, staff, act, at);
	return true;
}

/** Keeps the page of one's own school, in whole. The first time it gets a code, which it then has for good. */
export async function keep(
	{ published, db }: Place,
	staff: Staff,
	form: v.InferOutput<typeof keeping>,
	at = new Date()
): Promise<HelpPage | 'not found'> {
	if (await isRefused(db, staff, at)) return 'not found';
	const typed = form as Record<string, string>;
	const page = {
		schoolName: staff.organisation.name,
		exit: form.exit,
		shown: form.shown === 'yes'
	};
	const { id: organisationId } = staff.organisation;
	const entry = {
		did: page.shown ? 'kept, shown' : 'kept, not shown',
		object: 'help page',
		id: 'own'
	};
	await write(db, (tx) => ledger.record(tx, staff, entry, at));
	await write(published, async (tx) => {
		const [known] = await tx
			.select()
			.from(helpPages)
			.where(eq(helpPages.organisationId, organisationId));
		const code = known?.code ?? newPageCode();
		const row = { ...page, changedAt: at };
		await tx
			.insert(helpPages)
			.values({ code, organisationId, ...row })
			.onConflictDoUpdate({ target: helpPages.organisationId, set: row });
		await tx.delete(helpPageAdults).where(eq(helpPageAdults.code, code));
		await tx.delete(helpPageServices).where(eq(helpPageServices.code, code));
		for (const [place, part] of written(typed, 'adult', mostAdults).entries())
			await tx.insert(helpPageAdults).values({
				...{ code, place, name: part('name'), does: part('does') },
				...{ room: part('room'), times: part('times') }
			});
		for (const [place, part] of written(typed, 'service', mostServices).entries())
			await tx.insert(helpPageServices).values({
				...{ code, place, name: part('name'), about: part('about'), reach: part('reach') }
			});
	});
	const kept = await of(published, organisationId);
	if (!kept) throw new Error('A help page was kept and is not there');
	return kept;
}

/** A page as the form has it: the reverse of what `keep` reads. */
export const asTyped = ({ adults, services, exit, shown }: HelpPage): Record<string, string> => ({
	...asRows('adult', adults),
	...asRows('service', services),
	exit,
	...(shown ? { shown: 'yes' } : {})
});

const asRows = (of: string, rows: Record<string, string>[]): Record<string, string> =>
	Object.fromEntries(
		rows.flatMap((row, at) =>
			Object.entries(row).map(([part, said]) => [`${of}${at + 1}${part}`, said])
		)
	);

/** The page of one's own school as it was kept; nothing before that. */
export async function own(
	{ published, db }: Place,
	staff: Staff,
	at = new Date()
): Promise<{ page: HelpPage | undefined } | 'not found'> {
	if (await isRefused(db, staff, at)) return 'not found';
	return { page: await of(published, staff.organisation.id) };
}
