// Goes about the desk by keys. They can be switched off in one's account (WCAG 2.2, 2.1.4), and none does
// anything while somebody writes or chooses, or where something stands in front of the page.
(() => {
	const list = document.querySelector('#keys-list');
	const lines = 'main :is(.list tbody th, .short, .found) a';
	const steps = { j: 1, k: -1 };
	// As long as a hand takes from one key to the next without thinking.
	const between = 1_500;

	let before = { key: '', at: -Infinity };

	/** Puts focus on the next line of the page's lists, or the one before; Enter opens it, as any link. */
	function step(by) {
		const shown = [...document.querySelectorAll(lines)].filter((line) => line.checkVisibility());
		const at = shown.indexOf(document.activeElement);
		const from = at < 0 && by < 0 ? shown.length : at;
		shown[from + by]?.focus();
	}

	/** Goes where these keys lead; `false` when they lead nowhere. */
	function go(keys) {
		const link = document.querySelector(`[data-keys="${CSS.escape(keys)}"]`);
		if (link) location.assign(link.href + (link.dataset.field ? `#${link.dataset.field}` : ''));
		return link !== null;
	}

	function press(key, afterG) {
		if (afterG && go(`g ${key}`)) return;
		if (key === '?') list.showModal();
		else if (key in steps) step(steps[key]);
		else go(key);
	}

	const isElsewhere = ({ target }) =>
		target.closest('input, textarea, select, [contenteditable]') ||
		document.querySelector('dialog[open], :popover-open') ||
		desk.isBlank();

	addEventListener('keydown', (event) => {
		const { key, ctrlKey, altKey, metaKey, isComposing, timeStamp } = event;
		if (ctrlKey || altKey || metaKey || isComposing || isElsewhere(event)) return;
		const afterG = before.key === 'g' && timeStamp - before.at <= between;
		before = { key, at: timeStamp };
		// Some browsers look for words of their own at a stroke.
		if (key === '/') event.preventDefault();
		press(key, afterG);
	});
	document.querySelector('[data-keys-list]').hidden = false;
})();
