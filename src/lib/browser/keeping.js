// Keeps the lessons that somebody chose on this device, says what is kept, and takes it away again. It runs on
// one page, and registers the only worker that Waymark has. Written for Chrome 64 and Safari 12.
(() => {
	const address = '/lessons/worker.js';
	const scope = '/lessons/';
	const ours = 'waymark-lessons-';
	const start = '/lessons/offline';
	// A page of 30 KB takes five seconds on the slowest line that we count on.
	const patience = 60000;

	const part = document.querySelector('[data-keeping]');
	if (!part || !navigator.serviceWorker || !window.caches) return;

	/** The pages of every lesson, and those that only some have. */
	const { every, some } = JSON.parse(part.getAttribute('data-keeping'));
	const find = (name) => part.querySelector(`[data-${name}]`);
	const status = find('status');
	const say = (words) => (status.textContent = words);
	const boxes = Array.from(part.querySelectorAll('input[type="checkbox"]'));
	const titles = new Map(
		Array.from(document.querySelectorAll('[data-lesson]'), (link) => [
			link.getAttribute('data-lesson'),
			link.textContent.trim()
		])
	);

	/** The address of the worker as a browser wants it that makes no script out of mere words. */
	function trusted() {
		if (!window.trustedTypes) return address;
		const policy = window.trustedTypes.createPolicy('keeping', { createScriptURL: () => address });
		return policy.createScriptURL('');
	}

	async function register() {
		await navigator.serviceWorker.register(trusted(), { scope });
		return (await navigator.serviceWorker.ready).active;
	}

	const ask = (worker, page) =>
		new Promise((done, fail) => {
			const { port1, port2 } = new MessageChannel();
			setTimeout(() => fail(new Error('The worker does not answer')), patience);
			port1.onmessage = ({ data }) => (data === 'kept' ? done() : fail(new Error(data)));
			worker.postMessage({ keep: page }, [port2]);
		});

	/** The addresses of the lessons that are ticked. */
	const chosen = () =>
		boxes
			.filter((box) => box.checked)
			.map((box) => box.value)
			.join(' ')
			.split(' ')
			.filter(Boolean);

	async function keep() {
		const lessons = chosen();
		if (lessons.length === 0) return say('Tick which lessons first.');
		let kept = 0;
		try {
			say('Getting ready…');
			const worker = await register();
			await ask(worker, start);
			for (const lesson of lessons) {
				say(`Fetching lesson ${kept + 1} of ${lessons.length}…`);
				for (const page of every.concat(some[lesson] || []))
					await ask(worker, `/lessons/${lesson}${page}`);
				kept += 1;
			}
			say(`Done. ${spoken(kept)} fetched. You can read them here without a network.`);
		} catch (fault) {
			const room =
				fault.message === 'not kept' ? 'the network or the room on this device' : 'your browser';
			say(`It stopped after ${spoken(kept)}, because of ${room}. Press the button to go on.`);
		}
		await show();
	}

	async function takeAway() {
		for (const each of await navigator.serviceWorker.getRegistrations())
			if (new URL(each.scope).pathname === scope) await each.unregister();
		for (const name of await keptNames()) await caches.delete(name);
		await show();
		status.focus();
		say(
			'Nothing is kept here any more. The browser may still list pages in its history, or hold copies of those you read.'
		);
	}

	const keptNames = async () => (await caches.keys()).filter((name) => name.startsWith(ours));

	const spoken = (lessons) => (lessons === 1 ? '1 lesson' : `${lessons} lessons`);

	function spokenSize(bytes) {
		const kilobytes = Math.max(1, Math.round(bytes / 1024));
		return kilobytes < 1024 ? `${kilobytes} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
	}

	/** What is kept: how much, since when, and which lessons. */
	async function kept() {
		const found = { bytes: 0, lessons: new Set(), newest: 0 };
		for (const name of await keptNames()) {
			const cache = await caches.open(name);
			for (const request of await cache.keys()) {
				const answer = await cache.match(request);
				found.bytes += (await answer.blob()).size;
				found.newest = Math.max(found.newest, Date.parse(answer.headers.get('date')) || 0);
				const lesson = new URL(request.url).pathname.split('/')[2];
				if (titles.has(lesson)) found.lessons.add(lesson);
			}
		}
		return found;
	}

	async function show() {
		const { bytes, lessons, newest } = await kept();
		// A worker may be there without a lesson, when the line was cut as it began.
		const registered = await navigator.serviceWorker.getRegistration(scope);
		find('kept').hidden = bytes === 0 && !registered;
		const on = new Date(newest).toLocaleDateString('en-GB', {
			day: 'numeric',
			month: 'long',
			year: 'numeric'
		});
		find('sum').textContent =
			bytes > 0
				? `${spoken(lessons.size)}, ${spokenSize(bytes)}, fetched on ${on}.`
				: 'No lesson yet, only what fetches them.';
		const list = find('list');
		list.textContent = '';
		for (const lesson of Array.from(titles.keys()).filter((each) => lessons.has(each)))
			list.appendChild(linkTo(lesson));
	}

	function linkTo(lesson) {
		const item = document.createElement('li');
		const link = document.createElement('a');
		link.href = `/lessons/${lesson}`;
		link.textContent = titles.get(lesson);
		item.appendChild(link);
		return item;
	}

	/** One thing at a time: a button that is at work does nothing when it is pressed again. */
	const button = (name, does) => {
		const control = find(name).querySelector('button');
		control.addEventListener('click', async () => {
			if (part.hasAttribute('data-busy')) return;
			part.setAttribute('data-busy', '');
			await does().catch(() => say('Your browser did not let that happen.'));
			part.removeAttribute('data-busy');
		});
	};

	button('choosing', keep);
	button('kept', takeAway);
	find('without').hidden = true;
	find('choosing').hidden = false;
	show();
})();
