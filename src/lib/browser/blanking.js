// Hides the desk at once: Escape twice, or the control in its bar. It stands in the head, before anything
// of the page, so that it works while the page is still coming.
(() => {
	// As long as two presses that are meant as one take a hurried hand.
	const between = 800;
	// A browser lets a page that is going away send 64 KiB, with all that it sends; a longer draft waits for
	// the answer.
	const mostAtOnce = 60_000;
	const tryAgainAfter = 5_000;

	const others = new BroadcastChannel('waymark desk');
	let escapedAt = -Infinity;
	let blank = false;
	/** The form that somebody last wrote in. */
	let touched;

	/** By what address a form's draft is kept: the page's, and which of its forms where there are more. */
	const addressOf = (form) => location.pathname + (form.dataset.which ?? '');

	/** What is typed in a form; never a password. */
	function typed(form) {
		const fields = new URLSearchParams();
		for (const [name, value] of new FormData(form))
			if (typeof value === 'string' && form.elements[name]?.type !== 'password')
				fields.append(name, value);
		return fields;
	}

	/** Takes everything off the page, before anything is asked of the network. */
	function blankOut(...words) {
		blank = true;
		window.stop();
		const styles = document.querySelectorAll('link[rel="stylesheet"]');
		const title = document.createElement('title');
		title.textContent = 'Waymark';
		document.head.replaceChildren(title, ...styles);
		const body = document.createElement('body');
		body.append(said(...words));
		document.documentElement.replaceChildren(document.head, body);
	}

	function said(heading, ...paragraphs) {
		const main = document.createElement('main');
		main.className = 'blanked desk';
		for (const [index, text] of [heading, ...paragraphs].entries()) {
			const line = document.createElement(index === 0 ? 'h1' : 'p');
			line.textContent = text;
			main.append(line);
		}
		return main;
	}

	function hide() {
		if (blank) return;
		const refused = document.querySelector('[data-unsent]');
		const form = touched ?? (refused && document.querySelector('form[data-draft]'));
		const address = form ? `&form=${encodeURIComponent(addressOf(form))}` : '';
		const fields = form ? typed(form).toString() : '';
		blankOut('This desk is hidden');
		putAway(address, fields);
	}

	/** Every tab of the same desk. Each puts the session away itself, since any may be the first to ask. */
	function hideAll() {
		others.postMessage('hidden');
		hide();
	}

	/** Puts the session away. As long as that has not been done, the page is blank and stays. */
	async function putAway(address, body) {
		const done = await fetch(`/desk/away?/hide${address}`, {
			method: 'POST',
			headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
			body,
			keepalive: body.length < mostAtOnce,
			redirect: 'manual'
		}).then(
			({ type }) => type === 'opaqueredirect',
			() => false
		);
		if (done) return location.replace('/desk/away');
		const why = 'Waymark cannot be reached. This page stays hidden and goes on trying.';
		document.querySelector('main').replaceWith(said('This desk is hidden', why));
		setTimeout(() => putAway(address, body), tryAgainAfter);
	}

	addEventListener(
		'keydown',
		({ key, repeat, isComposing, timeStamp }) => {
			if (key !== 'Escape' || repeat || isComposing) return;
			if (timeStamp - escapedAt <= between) hideAll();
			escapedAt = timeStamp;
		},
		{ capture: true }
	);
	addEventListener(
		'input',
		({ target }) => {
			if (target.form?.matches('form[data-draft]')) touched = target.form;
		},
		{ capture: true }
	);
	addEventListener(
		'submit',
		(event) => {
			if (!event.target.matches('form[data-hide]')) return;
			event.preventDefault();
			hideAll();
		},
		{ capture: true }
	);
	// A page that comes back out of the browser's memory was not asked for again: the server has to say.
	addEventListener('pageshow', ({ persisted }) => {
		if (!persisted || blank) return;
		blankOut('One moment');
		location.reload();
	});
	others.addEventListener('message', ({ data }) => {
		if (data === 'hidden') hide();
	});

	globalThis.desk = { blankOut, isBlank: () => blank, others, typed, addressOf };
})();
