// The way out: the link, or Escape three times (docs/decisions/0019).
(() => {
	const presses = [-9e9, -9e9];
	const page = document.documentElement;
	const out = () => document.querySelector('a[data-to]');
	function leave(event) {
		// Or Escape would stop it.
		event.preventDefault();
		const { to, at } = out().dataset;
		page.replaceChildren();
		const now = Math.ceil(+at + performance.now());
		document.cookie = `seen=${now};path=/info;max-age=3600;samesite=lax`;
		location.replace(to);
	}
	addEventListener('click', (event) => {
		if (event.target.closest('a[data-to]')) leave(event);
	});
	addEventListener('keydown', (event) => {
		const { key, repeat, timeStamp } = event;
		if (key !== 'Escape' || repeat) return;
		if (timeStamp - presses.shift() < 2000 && out()) leave(event);
		presses.push(timeStamp);
	});
	addEventListener('pageshow', ({ persisted }) => {
		if (!persisted || !document.cookie.includes('seen=')) return;
		page.replaceChildren();
		location.replace('/info');
	});
})();
