// Shows the slides of a lesson one at a time, by the keys that a remote clicker sends, in the window for the class and
// in the presenter’s, and keeps the two together on this machine: no network, nothing kept. Written for Chrome 64 and
// Safari 12, where a browser that cannot join two windows still shows one.
(() => {
	const deck = document.querySelector('[data-deck]');
	const root = document.documentElement;
	const isPresenter = deck.hasAttribute('data-presenter');
	const slides = Array.from(deck.querySelectorAll('[data-slide]'));
	const find = (name) => document.querySelector(`[data-${name}]`);
	const marks = Array.from(document.querySelectorAll('[data-on-the-path]'));
	const slideOf = (id) => slides.find((slide) => slide.id === id);
	const titleOf = (slide) => document.getElementById(`${slide.id}-title`);
	const line = window.BroadcastChannel
		? new BroadcastChannel(`waymark ${deck.getAttribute('data-deck')}`)
		: undefined;

	// What both windows know: `past` is the way back, `left` are the steps that are left out, `letters` is whether keys that
	// write a character do anything: whoever speaks to a computer can have them off.
	const state = {
		at: (slideOf(location.hash.replace(/^#(at-)?/, '')) || slides[0]).id,
		past: [],
		left: [],
		blank: false,
		letters: true,
		rehearsal: deck.hasAttribute('data-drafted')
	};
	let larger = 1;

	const isLeft = (slide) => state.left.includes(Number(slide.getAttribute('data-step')));
	const from = (place) => slides.slice(Math.max(place, 0)).find((slide) => !isLeft(slide));

	/** The slide that comes on: a story goes by its first choice, and what is left out is passed by. */
	function after(slide) {
		const led = slideOf(slide.getAttribute('data-on'));
		return from(slides.indexOf(led || slide) + (led ? 0 : 1));
	}

	const before = (slide) =>
		slides
			.slice(0, slides.indexOf(slide))
			.reverse()
			.find((each) => !isLeft(each));

	/** Changes what both windows show. */
	function set(change) {
		take(change);
		if (line) line.postMessage(state);
	}

	function take(change) {
		const moved = change.at && change.at !== state.at;
		Object.assign(state, change);
		for (const slide of slides) slide.classList.toggle('shown', slide.id === state.at);
		root.classList.toggle('blank', state.blank);
		find('do="letters"').textContent = `Letter keys: ${state.letters ? 'on' : 'off'}`;
		if (!isPresenter) takeOnScreen(moved);
		document.dispatchEvent(new CustomEvent('slides', { detail: state }));
	}

	function takeOnScreen(moved) {
		find('blanked').textContent = state.blank ? 'The screen is blank.' : '';
		find('rehearsal').hidden = !state.rehearsal;
		const step = Number(slideOf(state.at).getAttribute('data-step'));
		for (const [at, mark] of marks.entries()) mark.classList.toggle('been', at <= step);
		if (moved && root.classList.contains('showing')) toTitle();
	}

	/**
	 * The heading takes the focus, so that a screen reader begins there. The address says which slide it is by a name that
	 * no part of the page has: a browser would go there, and take the focus away again.
	 */
	function toTitle() {
		history.replaceState(null, '', `#at-${state.at}`);
		const slide = slideOf(state.at);
		slide.scrollTop = 0;
		titleOf(slide).focus({ preventScroll: true });
	}

	function go(slide) {
		if (slide && slide.id !== state.at)
			set({ at: slide.id, past: state.past.concat(state.at), blank: false });
	}

	function back() {
		const last = slideOf(state.past[state.past.length - 1]) || before(slideOf(state.at));
		if (last) set({ at: last.id, past: state.past.slice(0, -1), blank: false });
	}

	function show(one) {
		root.classList.toggle('showing', one);
		find('bar').hidden = !one;
		document.querySelector('[data-do="show"]').hidden = one;
		if (one) toTitle();
		else {
			titleOf(slideOf(state.at)).focus();
			slideOf(state.at).scrollIntoView();
		}
	}

	function enlarge(by) {
		larger = Math.min(2.5, Math.max(1, larger + by));
		deck.style.setProperty('--larger', larger);
	}

	function full() {
		if (document.fullscreenElement) document.exitFullscreen();
		else if (root.requestFullscreen) root.requestFullscreen();
	}

	const does = {
		back,
		full,
		on: () => go(after(slideOf(state.at))),
		first: () => go(from(0)),
		last: () => go(slides[slides.length - 1]),
		blank: () => set({ blank: !state.blank }),
		letters: () => set({ letters: !state.letters }),
		larger: () => enlarge(0.25),
		smaller: () => enlarge(-0.25),
		show: () => show(true),
		read: () => show(false)
	};
	const keys = {
		...{ ArrowRight: 'on', PageDown: 'on', ' ': 'on', ArrowLeft: 'back', PageUp: 'back' },
		...{ Home: 'first', End: 'last', b: 'blank', '.': 'blank' },
		...(isPresenter ? {} : { f: 'full', '+': 'larger', '=': 'larger', '-': 'smaller' })
	};

	function escape() {
		if (state.blank) set({ blank: false });
		else if (!isPresenter) show(false);
	}

	function press(event) {
		const { key, target } = event;
		const isShown = isPresenter || root.classList.contains('showing');
		if (event.ctrlKey || event.altKey || event.metaKey || !isShown) return;
		if (!state.letters && key.length === 1 && key !== ' ') return;
		if (target.closest('dialog') || (key === ' ' && target.closest('button, a, summary, input')))
			return;
		const way = slideOf(state.at).querySelectorAll('.ways a')[Number(key) - 1];
		const name = key.length === 1 ? key.toLowerCase() : key;
		if (key === 'Escape') escape();
		else if (way) way.click();
		else if (keys[name]) does[key === ' ' && event.shiftKey ? 'back' : keys[name]]();
		else return;
		event.preventDefault();
	}

	document.addEventListener('keydown', press);
	document.addEventListener('click', (event) => {
		const button = event.target.closest('[data-do]');
		if (button && does[button.getAttribute('data-do')]) does[button.getAttribute('data-do')]();
		const link = event.target.closest('[data-deck] a[href^="#"]');
		if (!link || !(isPresenter || root.classList.contains('showing'))) return;
		event.preventDefault();
		go(slideOf(link.getAttribute('href').slice(1)));
	});
	document.addEventListener('fullscreenchange', () => {
		const isFull = Boolean(document.fullscreenElement);
		root.classList.toggle('full', isFull);
		find('do="full"').textContent = isFull ? 'Leave full screen' : 'Full screen';
		// A button that is hidden now would take the focus with it.
		if (isFull && document.activeElement.matches('.spare')) titleOf(slideOf(state.at)).focus();
	});
	if (line)
		line.onmessage = ({ data }) => (data === 'where?' ? line.postMessage(state) : take(data));

	// The presenter’s own script goes by these.
	window.slides = { set, take, go, after, joined: Boolean(line) };
	take({});
	if (!isPresenter) show(true);
	if (line) line.postMessage('where?');
})();
