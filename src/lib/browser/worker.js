// Answers with the lessons that somebody kept on this device, when the network cannot. The adapter puts the
// version in: new lessons make a new worker, and what is kept is then fetched anew, all of it or nothing.
// Written for Chrome 64 and Safari 12.
const version = 'unstamped';
const ours = 'waymark-lessons-';
const name = ours + version;
const start = '/lessons/offline';

// Lessons and the page that keeps them, and never a page of another door: nothing but these is answered or kept.
const pages =
	/^\/lessons\/(offline|[a-z0-9]+-\d\d-[a-z0-9-]+(\/(easy|further|one-at-a-time|parents|((teaching|slides|present|cards)\/)?without-sex-education|teaching|slides|present|cards))?)$/;
const files = /^(\/_app\/immutable\/assets\/[\w.-]+|\/icon\.svg)$/;
const namedInPages = /(?:href|src)="(\/_app\/immutable\/assets\/[\w.-]+|\/icon\.svg)"/g;
const namedInSheets = /url\(["']?(\/_app\/immutable\/assets\/[\w.-]+)["']?\)/g;

// As long as somebody looks at an empty page before they press the button again.
const patience = 8000;

addEventListener('install', (event) => event.waitUntil(bringAlong()));
addEventListener('activate', (event) => event.waitUntil(takeOver()));

addEventListener('fetch', (event) => {
	const { request } = event;
	const { origin, pathname } = new URL(request.url);
	if (request.method !== 'GET' || origin !== location.origin) return;
	if (files.test(pathname)) event.respondWith(keptFile(request, pathname));
	else if (pages.test(pathname)) event.respondWith(freshOrKept(request, pathname));
});

addEventListener('message', (event) => {
	const [port] = event.ports;
	const { keep } = event.data;
	if (!pages.test(keep)) return;
	const kept = caches.open(name).then((cache) => keepPage(cache, keep));
	event.waitUntil(
		kept.then(
			(is) => port.postMessage(is ? 'kept' : 'not kept'),
			() => port.postMessage('not kept')
		)
	);
});

/** Fetches anew whatever an older version kept. When that does not come through, the older one goes on. */
async function bringAlong() {
	const before = await keptNames();
	const cache = await caches.open(name);
	try {
		for (const old of before)
			for (const { url } of await (await caches.open(old)).keys()) {
				const { pathname } = new URL(url);
				if (pages.test(pathname)) await keepPage(cache, pathname);
			}
	} catch (fault) {
		if (!before.includes(name)) await caches.delete(name);
		throw fault;
	}
	await skipWaiting();
}

async function takeOver() {
	for (const old of await keptNames()) if (old !== name) await caches.delete(old);
	await clients.claim();
}

const keptNames = async () => (await caches.keys()).filter((each) => each.startsWith(ours));

/** Keeps a page with all that it is shown with. A lesson that is there no more is kept no longer. */
async function keepPage(cache, address) {
	const page = await fetch(address, { cache: 'no-store', credentials: 'omit' });
	if (page.status === 404) return false;
	const text = await whole(page);
	for (const file of named(text, namedInPages)) await keepFile(cache, file);
	await cache.put(address, page);
	return true;
}

async function keepFile(cache, address) {
	if (await cache.match(address)) return;
	const file = await fetch(address, { credentials: 'omit' });
	const text = await whole(file);
	if (address.endsWith('.css'))
		for (const inner of named(text, namedInSheets)) await keepFile(cache, inner);
	await cache.put(address, file);
}

/** The words of an answer that came from where it was asked for, whole. */
async function whole(answer) {
	if (!answer.ok || answer.redirected) throw new Error('Waymark did not give the page');
	return answer.clone().text();
}

function named(text, pattern) {
	const found = [];
	text.replace(pattern, (_, address) => found.push(address));
	return found;
}

// Looking makes no cache: what was taken away stays away.
const kept = (address) => caches.match(address, { cacheName: name });

// The name of a file changes with what is in it.
const keptFile = async (request, address) => (await kept(address)) || fetch(request);

/** The page as it is now; the one that was kept, where the network fails or takes too long. */
async function freshOrKept({ mode }, address) {
	const own = await kept(address);
	const asking = fetch(address, { cache: 'no-store', credentials: 'omit' });
	try {
		const fresh = await (own ? inTime(asking) : asking);
		return own && fresh.status >= 500 ? own : fresh;
	} catch (fault) {
		if (own) return own;
		if (mode === 'navigate' && (await kept(start))) return Response.redirect(start, 302);
		throw fault;
	}
}

const inTime = (fetching) =>
	Promise.race([
		fetching,
		new Promise((_, give) => setTimeout(() => give(new Error('The network is slow')), patience))
	]);
