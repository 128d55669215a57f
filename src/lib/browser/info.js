// The way out: the link, or Escape three times (docs/decisions/0019).
(() => {
	const presses = [-9e9, -9e9];
	const page = document.documentElement;
	const out = () => document.querySelector('a[data-to]');
	function leave() {
		const { to, at } = out().dataset;
		const now = Math.ceil(+at + performance.now());
		document.cookie = `seen=${now};path=/info;max-age=3600;samesite=lax`;
		page.replaceChildren();
		location.replace(to);
	}
	addEventListener('click', (event) => {
		if (!event.target.closest('a[data-to]')) return;
		event.preventDefault();
		leave();
	});
	addEventListener('keydown', ({ key, repeat, timeStamp }) => {
		if (key !== 'Escape' || repeat) return;
		if (timeStamp - presses.shift() < 2000 && out()) leave();
		presses.push(timeStamp);
	});
	addEventListener('pageshow', ({ persisted }) => {
		if (!persisted || !document.cookie.includes('seen=')) return;
		page.replaceChildren();
		location.replace('/info');
	});
})();
