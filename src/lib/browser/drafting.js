// Keeps on the server what is typed into a form, so that nobody types it twice: when typing stops, and when
// the page goes away.
(() => {
	const form = document.querySelector('form[data-draft]');
	const pause = 2_000;
	// As in blanking.js: what a page that goes away may still send.
	const mostAtOnce = 60_000;

	let timer;
	let kept = form ? desk.typed().toString() : '';
	let sent = false;

	/** Keeps what is not kept yet; `true` when everything typed is. */
	async function keep() {
		clearTimeout(timer);
		const fields = form && !sent && !desk.isBlank() ? desk.typed().toString() : kept;
		if (fields === kept) return true;
		const answer = await fetch(`/desk/drafts?form=${encodeURIComponent(location.pathname)}`, {
			method: 'POST',
			headers: { 'content-type': 'application/x-www-form-urlencoded' },
			body: fields,
			keepalive: fields.length < mostAtOnce,
			redirect: 'manual'
		}).catch(() => undefined);
		if (answer?.type === 'opaqueredirect' && !sent) {
			// The session ended or was hidden elsewhere. Where to go now, the server says.
			desk.blankOut('One moment');
			location.replace('/desk');
		}
		if (!answer?.ok) return false;
		kept = fields;
		desk.lasts?.((await answer.json()).left);
		form.dataset.draft = 'kept';
		return true;
	}

	function soon() {
		form.dataset.draft = '';
		clearTimeout(timer);
		timer = setTimeout(keep, pause);
	}

	desk.keep = keep;
	desk.typing = () => form !== null && !sent;
	if (!form) return;
	form.addEventListener('input', soon);
	// Sent forms are no drafts: what came of them is on the next page, which keeps it if it must.
	form.addEventListener('submit', () => {
		sent = true;
		clearTimeout(timer);
	});
	addEventListener('pagehide', keep);
	if (document.querySelector('[data-unsent]')) {
		kept = undefined;
		soon();
	}
})();
