// The presenter’s window: this slide and the next, what to say, do and watch for, the minutes, what can be left out,
// and the card for when a pupil tells something. It goes by slides.js, and keeps nothing.
(() => {
	const root = document.documentElement;
	const find = (name) => document.querySelector(`[data-${name}]`);
	const all = (name) => Array.from(document.querySelectorAll(`[data-${name}]`));
	const { set, take, go, after, joined } = window.slides;
	const slides = all('slide');
	const steps = all('notes').map((notes) => ({
		notes,
		minutes: Number(notes.getAttribute('data-minutes')),
		short: notes.hasAttribute('data-short'),
		title: notes.querySelector('h2').textContent.trim()
	}));
	const card = find('card');
	let now = {};
	let screen;

	// Minutes are counted from the first slide that is gone to, and of each step for itself.
	const spent = steps.map(() => 0);
	let begun;
	let looked;

	const stepAt = (id) => Number(document.getElementById(id).getAttribute('data-step'));
	const isLeft = (step) => now.left.includes(step);
	const planned = (upTo) =>
		steps.reduce((sum, { minutes }, at) => sum + (at < upTo && !isLeft(at) ? minutes : 0), 0);
	const minutes = (milliseconds) => Math.floor(milliseconds / 60000);
	const sentenceOf = (many) => `${many} ${many === 1 ? 'minute' : 'minutes'}`;

	function count() {
		const time = Date.now();
		if (begun) spent[stepAt(now.at)] += time - looked;
		looked = time;
	}

	function tell() {
		count();
		const at = stepAt(now.at);
		const total = minutes(spent.reduce((sum, each) => sum + each, 0));
		find('of-step').textContent =
			`Step ${at + 1} of ${steps.length}: ${sentenceOf(steps[at].minutes)} planned, ${minutes(spent[at])} spent.`;
		find('of-lesson').textContent =
			`Lesson: ${sentenceOf(planned(steps.length))} planned, ${total} spent.`;
		const late = total - planned(at + 1);
		const can = steps
			.map((step, place) => ({ ...step, place }))
			.filter(({ short, place }) => !short && place > at && !isLeft(place))
			.map((step) => `“${step.title}” (${step.minutes})`);
		find('late').textContent =
			late < 2
				? ''
				: `About ${sentenceOf(late)} behind. ${can.length > 0 ? `Can be left out: ${can.join(', ')}.` : 'Nothing more can be left out: the close is never hurried.'}`;
	}

	function show(state) {
		const moved = now.at && now.at !== state.at;
		if (moved && !begun) begun = looked = Date.now();
		else if (moved) count();
		now = { ...state, left: state.left.slice() };
		const slide = document.getElementById(now.at);
		const next = after(slide);
		for (const each of slides) each.classList.toggle('next', each === next);
		for (const [at, { notes }] of steps.entries())
			notes.classList.toggle('current', at === stepAt(now.at));
		for (const [at, link] of all('go').entries()) {
			if (at === stepAt(now.at)) link.setAttribute('aria-current', 'step');
			else link.removeAttribute('aria-current');
		}
		for (const [at, box] of all('leave').entries()) box.checked = isLeft(at);
		find('where').textContent =
			`Slide ${slides.indexOf(slide) + 1} of ${slides.length}: ${slide.querySelector('.title').textContent.trim()}`;
		find('nothing-next').hidden = Boolean(next);
		showModes();
		tell();
	}

	function showModes() {
		find('is-blank').hidden = !now.blank;
		find('blank').setAttribute('aria-pressed', now.blank);
		find('short-path').setAttribute('aria-pressed', isShort());
		find('in-rehearsal').hidden = !now.rehearsal;
		find('to-a-class').hidden = now.rehearsal;
	}

	const shortened = () => steps.map((_, at) => at).filter((at) => !steps[at].short);
	const isShort = () => String(now.left) === String(shortened());

	/** Leaves these steps out, and goes on to what is still there if the class was in one of them. */
	function leave(left) {
		set({ left });
		if (isLeft(stepAt(now.at))) go(after(document.getElementById(now.at)));
	}

	function openScreen() {
		if (screen && !screen.closed) return screen.focus();
		screen = window.open(`${find('deck').getAttribute('data-deck')}#${now.at}`, 'waymark-slides');
	}

	function rehearse(rehearsal) {
		begun = undefined;
		spent.fill(0);
		set({ rehearsal });
		find(rehearsal ? 'checked' : 'again').focus();
	}

	/** The card is for whoever presents: the screen of the class stays as it is. */
	function openCard() {
		if (card.open) return card.close();
		if (!card.showModal) return card.scrollIntoView();
		card.showModal();
		// Its first words are read first, and stand in sight.
		card.querySelector('h2').focus();
	}

	const on = (name, does) => find(name).addEventListener('click', does);
	on('open', openScreen);
	on('blank', () => set({ blank: !now.blank }));
	on('short-path', () => leave(isShort() ? [] : shortened()));
	on('disclosed', openCard);
	on('close', () => card.close());
	on('checked', () => rehearse(false));
	on('again', () => rehearse(true));
	for (const [at, box] of all('leave').entries())
		box.addEventListener('change', () =>
			leave(
				steps.map((_, step) => step).filter((step) => (step === at ? box.checked : isLeft(step)))
			)
		);
	for (const [at, link] of all('go').entries())
		link.addEventListener('click', () =>
			go(slides.find((slide) => Number(slide.getAttribute('data-step')) === at))
		);
	document.addEventListener('keydown', ({ key, ctrlKey, altKey, metaKey }) => {
		if (!now.letters || ctrlKey || altKey || metaKey) return;
		if (key.toLowerCase() === 'd') openCard();
	});
	document.addEventListener('slides', ({ detail }) => show(detail));
	setInterval(tell, 10000);

	root.classList.add('presenting');
	if (card.close) card.close();
	for (const each of all('with-script')) each.hidden = false;
	find('cannot-join').hidden = joined;
	take({});
})();
