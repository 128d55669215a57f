// Reads a lesson aloud, word by word, with a voice that says it is on the device. A voice from elsewhere would send
// the words to somebody, and is not used.
(() => {
	const bar = document.querySelector('#listening');
	const cannot = document.querySelector('#cannot-listen');
	const [start, pause, stop] = bar.querySelectorAll('button');
	const words = { pause: pause.textContent.trim(), goOn: pause.dataset.goOn };
	const pace = bar.querySelector('select');
	const tag = document.documentElement.lang;
	// One by one: a browser that speaks may not know :is.
	const blocks = 'h1 h2 h3 h4 p li legend label dt dd summary'
		.split(' ')
		.map((name) => `main ${name}`)
		.join(', ');
	const apart = 'nav, #listening, .visually-hidden';

	let left = [];
	// Some browsers forget what is being said unless it is held.
	let saying;
	// What was begun before somebody stopped must not go on when it ends.
	let turn = 0;

	const voice = () =>
		speechSynthesis
			.getVoices()
			.filter(({ localService, lang }) => localService && lang.slice(0, 2) === tag.slice(0, 2))
			.sort((one, other) => other.lang.startsWith(tag) - one.lang.startsWith(tag))[0];

	function textsOf(block) {
		const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
		const texts = [];
		while (walker.nextNode()) texts.push(walker.currentNode);
		return texts;
	}

	/** What can be read aloud, from what is on the screen to the end; a block in another is read with it. */
	const fromHere = () =>
		[...document.querySelectorAll(blocks)].filter(
			(block) =>
				!block.closest(apart) &&
				!block.parentElement.closest(blocks) &&
				block.getClientRects().length > 0 &&
				block.getBoundingClientRect().bottom > bar.offsetHeight &&
				block.textContent.trim() !== ''
		);

	/** Marks the word that begins at this letter of a block. */
	function mark(texts, at, length) {
		if (!globalThis.Highlight) return;
		let before = 0;
		for (const text of texts) {
			const from = at - before;
			before += text.length;
			if (from >= text.length) continue;
			const range = new Range();
			range.setStart(text, from);
			range.setEnd(text, Math.min(from + length, text.length));
			CSS.highlights.set('said', new Highlight(range));
			return;
		}
	}

	function unmark() {
		document.querySelector('[data-said]')?.removeAttribute('data-said');
		if (globalThis.Highlight) CSS.highlights.delete('said');
	}

	function say(mine) {
		unmark();
		const block = left.shift();
		if (!block) return end();
		const texts = textsOf(block);
		const whole = texts.map(({ data }) => data).join('');
		const words = (saying = new SpeechSynthesisUtterance(whole));
		words.voice = voice();
		words.lang = words.voice.lang;
		words.rate = Number(pace.value);
		words.onboundary = ({ charIndex, charLength }) =>
			mark(texts, charIndex, charLength || /^\S*/.exec(whole.slice(charIndex))[0].length);
		words.onend = () => mine === turn && say(mine);
		words.onerror = () => mine === turn && end();
		block.setAttribute('data-said', '');
		block.scrollIntoView({ block: 'nearest' });
		speechSynthesis.speak(saying);
	}

	function show(reading) {
		start.hidden = reading;
		pause.hidden = stop.hidden = !reading;
		pause.textContent = words.pause;
	}

	function begin() {
		left = fromHere();
		show(true);
		pause.focus();
		say((turn += 1));
	}

	function hold() {
		const held = pause.textContent === words.pause;
		speechSynthesis[held ? 'pause' : 'resume']();
		pause.textContent = held ? words.goOn : words.pause;
	}

	function end() {
		turn += 1;
		speechSynthesis.cancel();
		// What was paused stays paused, whatever is said next.
		speechSynthesis.resume();
		unmark();
		show(false);
		start.focus();
	}

	/** Voices come late in some browsers, and in some not at all. */
	function look() {
		const able = Boolean(voice());
		bar.hidden = !able;
		cannot.hidden = able;
	}

	if (!globalThis.speechSynthesis) return;
	start.addEventListener('click', begin);
	pause.addEventListener('click', hold);
	stop.addEventListener('click', end);
	addEventListener('pagehide', () => speechSynthesis.cancel());
	speechSynthesis.addEventListener?.('voiceschanged', look);
	look();
})();
