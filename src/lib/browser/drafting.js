// Keeps on the server what is typed into a form, so that nobody types it twice: when typing stops, when
// somebody goes on to another of the page's forms, and when the page goes away.
(() => {
	const pause = 2_000;
	// As in blanking.js: what a page that goes away may still send.
	const mostAtOnce = 60_000;
	const keepers = [...document.querySelectorAll('form[data-draft]')].map(keeper);

	function keeper(form) {
		let timer;
		let kept = desk.typed(form).toString();
		let sent = false;

		/** Keeps what is not kept yet; `true` when everything typed is. */
		async function keep() {
			clearTimeout(timer);
			const fields = sent || desk.isBlank() ? kept : desk.typed(form).toString();
			if (fields === kept) return true;
			const answer = await fetch(`/desk/drafts?form=${encodeURIComponent(desk.addressOf(form))}`, {
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

		form.addEventListener('input', soon);
		form.addEventListener('focusout', ({ relatedTarget }) => {
			const next = relatedTarget?.form;
			if (next !== form && next?.matches('form[data-draft]')) keep();
		});
		// Sent forms are no drafts: what came of them is on the next page, which keeps it if it must.
		form.addEventListener('submit', () => {
			sent = true;
			clearTimeout(timer);
		});
		const unsent = () => {
			kept = undefined;
			soon();
		};
		return { form, keep, unsent, typing: () => !sent };
	}

	desk.keep = async () => (await Promise.all(keepers.map(({ keep }) => keep()))).every(Boolean);
	desk.typing = () => keepers.some(({ typing }) => typing());
	addEventListener('pagehide', desk.keep);
	const refused = keepers.find(({ form }) => form.querySelector('.problem')) ?? keepers[0];
	if (document.querySelector('[data-unsent]')) refused?.unsent();
})();
