// Shows what comes next in a lesson as it comes. Without it the page is the same, and is asked for anew. What comes is
// a part of the page that the server made, the same for everybody in the room.
(() => {
	const part = document.querySelector('[data-events]');
	if (!part || !window.EventSource) return;

	const policy = window.trustedTypes
		? window.trustedTypes.createPolicy('room', { createHTML: (made) => made })
		: { createHTML: (made) => made };
	const said = document.querySelector('[data-said]');
	const soon = () => setTimeout(() => location.reload(), 1000 + Math.random() * 4000);

	const from = part.getAttribute('data-events');
	const source = new EventSource(`${from}&seen=${part.getAttribute('data-revision')}`);

	source.addEventListener('moment', ({ data, lastEventId }) => {
		// An answer that is on its way takes its page with it.
		if (part.hasAttribute('data-sent')) return;
		const hadFocus = part.contains(document.activeElement);
		part.innerHTML = policy.createHTML(JSON.parse(data));
		part.setAttribute('data-revision', lastEventId);
		said.textContent = part.querySelector('form')
			? 'There is a new question.'
			: part.querySelector('h1').textContent;
		if (hadFocus) document.querySelector('main').focus();
	});
	source.addEventListener('over', () => {
		source.close();
		soon();
	});
	// A browser tries again by itself, but not where it was told that there is no room for more.
	source.addEventListener('error', () => {
		if (source.readyState !== EventSource.CLOSED) return;
		// What somebody is choosing is not taken from under them: they look again when they like.
		if (part.querySelector('form')) document.querySelector('[data-again]').hidden = false;
		else soon();
	});
	part.addEventListener('submit', () => {
		part.setAttribute('data-sent', '');
	});
	addEventListener('pageshow', ({ persisted }) => persisted && location.reload());
})();
