import { building } from '$app/environment';
import {
	redirect,
	type Handle,
	type HandleServerError,
	type RequestEvent,
	type ServerInit
} from '@sveltejs/kit';
import {
	behindTheDesk,
	ledTo,
	may,
	needed,
	needsStepUp,
	postedFromHere
} from '#lib/server/access/index.ts';
import * as accounts from '#lib/server/accounts/index.ts';
import * as drafts from '#lib/server/drafts/index.ts';
import { readTyped } from '#lib/server/forms.ts';
import * as ledger from '#lib/server/ledger/index.ts';
import { alike } from '#lib/server/help/index.ts';
import { logFault } from '#lib/server/log.ts';
import { running } from '#lib/server/running.ts';
import { stepUpAndBack } from '#lib/server/signed-in.ts';

type Resolve = Parameters<Handle>[0]['resolve'];

const pagesOfHelp = ['/(help)/info', '/(help)/info/[code=code]'];

export const init: ServerInit = async () => {
	if (!building) await running();
};

/** Who is asking, and whether this door opens for them. Layouts guard nothing: they run beside pages. */
export const handle: Handle = async ({ event, resolve }) => {
	if (event.route.id === null) return answerNowhere(event, resolve);
	const act = needed(event.route.id, event.request.method);
	if (act === 'closed') return asIfNotThere(event);
	if (pagesOfHelp.includes(event.route.id) && !building) return asHelp(event, resolve);
	if (/^\/\((link\)\/[rw]|room\)\/join)(\/|$)/.test(event.route.id))
		return withOwnForms(event, resolve);
	if (!behindTheDesk(event.route.id) || building) return resolve(event);
	// What a page is made of, as data, is for scripts; no page has one. It would answer 200 to a refusal.
	if (event.isDataRequest) return asIfNotThere(event);
	return isForeign(event) ? foreign() : asOneOfTheDesk(event, resolve, act);
};

const isForeign = ({ request, url }: RequestEvent): boolean =>
	request.method === 'POST' && !postedFromHere(request.headers, url.origin);

const foreign = () =>
	new Response('This form was not sent from a page of Waymark. Go back and open it again.', {
		status: 403
	});

/** A page for a service that came by a link, or for a class: its own forms alone, and nothing of it as data. */
const withOwnForms = (event: RequestEvent, resolve: Resolve) => {
	if (event.isDataRequest) return asIfNotThere(event);
	return isForeign(event) ? foreign() : resolve(event);
};

const forms = /^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/i;

/** A page of the help door: alike in size, and never an error. A browser that comes back may post what is no form any more. */
async function asHelp(event: RequestEvent, resolve: Resolve): Promise<Response> {
	const { method, headers } = event.request;
	const isAsked = method !== 'POST' || forms.test(headers.get('content-type') ?? '');
	if (!isAsked) redirect(303, '/info');
	// The page names its styles in its first lines: naming them in a header as well costs a slow line more than it saves.
	return alike(await resolve(event, { preload: () => false }), headers.get('accept-encoding'));
}

async function asOneOfTheDesk(
	event: RequestEvent,
	resolve: Resolve,
	act: ReturnType<typeof needed>
): Promise<Response> {
	const { house, post } = await running();
	event.locals.house = house;
	const settings = { platform: house.platform, secure: house.config.secure };
	const kept = await keepWhatCameTooLate(event, house);
	const comer = await accounts.whoComes(settings, event.request.headers.get('cookie'));
	event.locals.comer = comer;
	event.setHeaders({ 'cache-control': 'no-store' });
	if (!comer) {
		if (act !== 'anyone') redirect(303, kept ? '/desk/sign-in?kept' : '/desk/sign-in');
		return resolve(event);
	}
	const { staff, stage } = comer;
	const elsewhere = act === 'anyone' ? undefined : ledTo(stage, event.route.id ?? '');
	if (elsewhere) redirect(303, elsewhere);
	if (stage === 'signed in') event.locals.staff = staff;

	const lease = await house.lease(staff.organisation.id);
	event.locals.db = lease.db;
	try {
		const forAnyone = act === 'anyone' || act === 'closed';
		if (!forAnyone && may(staff, act)) {
			await ledger.mustBeWritable(lease.db, staff);
			if (needsStepUp(staff, act, new Date())) redirect(303, stepUpAndBack(event.url));
		}
		const copy = mayLoseWords(event) ? event.request.clone() : undefined;
		const response = forAnyone || may(staff, act) ? await resolve(event) : undefined;
		if (copy && response?.headers.get('location')?.startsWith(stepUpAndBack(event.url)))
			await drafts.keep(lease.db, staff, event.url.pathname, await readTyped(copy));
		if (response && response.status !== 404) return response;
		// The domain has written down the record that it did not show; the door writes down the act, so
		// that nothing is missed where a domain forgot.
		const { reference } = event.params;
		if (!forAnyone)
			await ledger.recordRefusal(lease.db, staff, reference ? `${act} ${reference}` : act);
		return await asIfNotThere(event);
	} finally {
		lease.release();
		post.wake(staff.organisation.id);
	}
}

/** Whether what is sent would be lost, should the person first have to prove who they are. */
const mayLoseWords = ({ request, url }: RequestEvent): boolean =>
	request.method === 'POST' && drafts.actOf(url.pathname) !== undefined;

/** Keeps as a draft what was sent in a session that had reached its limit, for when they have signed in. `true` when it did. */
async function keepWhatCameTooLate(
	{ request, url, route }: RequestEvent,
	house: App.Locals['house']
): Promise<boolean> {
	const form = route.id === '/(desk)/desk/drafts' ? url.searchParams.get('form') : url.pathname;
	if (request.method !== 'POST' || !form || !drafts.actOf(form)) return false;
	const settings = { platform: house.platform, secure: house.config.secure };
	const who = await accounts.whoWas(settings, request.headers.get('cookie'));
	if (!who) return false;
	const lease = await house.lease(who.organisationId);
	try {
		return (await drafts.keep(lease.db, who, form, await readTyped(request))) === 'kept';
	} finally {
		lease.release();
	}
}

const nowhere = '/desk/nowhere';

/** Under the desk every address that leads nowhere gets one and the same answer. */
const answerNowhere = (event: RequestEvent, resolve: Resolve) =>
	event.url.pathname.startsWith('/desk/') && event.url.pathname !== nowhere
		? asIfNotThere(event)
		: resolve(event);

/** The answer of an address that leads nowhere: the same for a closed door, another's record, and nothing. */
async function asIfNotThere(event: RequestEvent): Promise<Response> {
	const page = await event.fetch(nowhere);
	return new Response(await page.text(), {
		status: 404,
		headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }
	});
}

export const handleError: HandleServerError = ({ error, event, status, message }) => {
	if (status !== 500) return { message };
	return {
		message: 'Something went wrong on our side',
		reference: logFault(error, event.route.id)
	};
};
