// Says two minutes before that the session ends, and blanks the page when it has. The clock is read again
// and again, since a computer that slept has slept through every timer.
(() => {
	const notice = document.querySelector('[data-left]');
	const says = notice.querySelector('[data-says]');
	const warnBefore = 120_000;
	const lookEvery = 10_000;
	// The server's session ends first, so that going to sign in does not keep it alive.
	const slack = 1_500;
	const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

	let endsAt = 0;
	let timer;
	let kept = false;

	/** The session lasts so many milliseconds from now. */
	function lasts(left) {
		until(Date.now() + left);
		desk.others.postMessage({ endsAt });
	}

	function until(moment) {
		endsAt = Math.max(endsAt, moment);
		look();
	}

	async function look() {
		clearTimeout(timer);
		if (desk.isBlank()) return;
		const left = endsAt - Date.now();
		if (left < -slack) return end();
		timer = setTimeout(
			look,
			Math.min(lookEvery, left > warnBefore ? left - warnBefore : left + 2 * slack)
		);
		if (left > warnBefore) notice.hidden = true;
		else if (notice.hidden) await warn();
	}

	async function warn() {
		const before = endsAt;
		notice.hidden = false;
		says.textContent = `You will be signed out at ${time.format(endsAt)}.`;
		kept = (await desk.keep()) && desk.typing();
		if (endsAt === before && kept) says.textContent += ' What you typed is kept.';
	}

	function end() {
		desk.blankOut('You were signed out');
		location.replace(kept ? '/desk/sign-in?kept' : '/desk/sign-in');
	}

	async function stay() {
		const answer = await fetch('/desk/presence', { method: 'POST', redirect: 'manual' }).catch(
			() => undefined
		);
		if (answer?.ok) return lasts((await answer.json()).left);
		if (answer?.type === 'opaqueredirect') return end();
		says.textContent = 'Waymark cannot be reached. Copy what you typed, then try again.';
	}

	desk.lasts = lasts;
	notice.querySelector('button').addEventListener('click', stay);
	for (const back of ['visibilitychange', 'focus', 'online']) addEventListener(back, look);
	desk.others.addEventListener('message', ({ data }) => data.endsAt && until(data.endsAt));
	lasts(Number(notice.dataset.left));
})();
