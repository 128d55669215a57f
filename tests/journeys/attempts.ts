/**
 * What somebody who got words of theirs into a page would try: to run something, to load something from
 * elsewhere, or to send something there. Each is done inside the page, and gets through where something
 * arrives at `to`, or where `ran` of the page names it.
 *
 * What needs `eval` waits for a turn of its own, since the tests' own way into the page is let through.
 */
export const attempts: Record<string, (to: string) => void> = {
	'an inline script': () => {
		const script = document.createElement('script');
		script.append('(globalThis.ran ??= []).push("an inline script")');
		document.body.append(script);
	},
	'a script in written markup': () => {
		document.body.append(
			document
				.createRange()
				.createContextualFragment(
					'<script>(globalThis.ran ??= []).push("a script in written markup")</' + 'script>'
				)
		);
	},
	'a script from elsewhere': (to) => {
		const script = document.createElement('script');
		script.src = `${to}.js`;
		document.body.append(script);
	},
	'a module from elsewhere': (to) => {
		const script = document.createElement('script');
		script.type = 'module';
		script.src = `${to}.js`;
		document.body.append(script);
	},
	'a script out of data': () => {
		const script = document.createElement('script');
		script.src = 'data:text/javascript,(globalThis.ran ??= []).push("a script out of data")';
		document.body.append(script);
	},
	'a script out of a blob': () => {
		const script = document.createElement('script');
		script.src = URL.createObjectURL(
			new Blob(['(globalThis.ran ??= []).push("a script out of a blob")'], {
				type: 'text/javascript'
			})
		);
		document.body.append(script);
	},
	'a script written into the page': (to) => {
		const frame = document.createElement('iframe');
		document.body.append(frame);
		frame.contentDocument?.write(`<script src="${to}.js"></` + 'script>');
	},
	'an event handler in an attribute': () => {
		const button = document.createElement('button');
		button.setAttribute(
			'onclick',
			'(globalThis.ran ??= []).push("an event handler in an attribute")'
		);
		document.body.append(button);
		button.click();
	},
	'an event handler in written markup': () => {
		document.body.insertAdjacentHTML(
			'beforeend',
			'<img alt="" src="data:," onerror="(globalThis.ran ??= []).push(`an event handler in written markup`)">'
		);
	},
	'a javascript: link': () => {
		const link = document.createElement('a');
		link.href = 'javascript:void (globalThis.ran ??= []).push("a javascript: link")';
		document.body.append(link);
		link.click();
	},
	'a javascript: frame': (to) => {
		const frame = document.createElement('iframe');
		frame.src = `javascript:void fetch('${to}', { mode: 'no-cors' })`;
		document.body.append(frame);
	},
	eval: () => {
		setTimeout(() => (0, eval)('(globalThis.ran ??= []).push("eval")'));
	},
	'new Function': () => {
		setTimeout(() => new Function('(globalThis.ran ??= []).push("new Function")')());
	},
	'a timer of words': () => {
		setTimeout(() => setTimeout('(globalThis.ran ??= []).push("a timer of words")' as never));
	},
	'import() from elsewhere': (to) => {
		setTimeout(() => void import(/* @vite-ignore */ `${to}.js`).catch(() => {}));
	},
	'import() of data': () => {
		const data = 'data:text/javascript,(globalThis.ran ??= []).push("import() of data")';
		setTimeout(() => void import(/* @vite-ignore */ data).catch(() => {}));
	},
	'a worker': (to) => {
		new Worker(URL.createObjectURL(new Blob([`fetch('${to}', { mode: 'no-cors' })`])));
	},
	'a shared worker': (to) => {
		new SharedWorker(URL.createObjectURL(new Blob([`fetch('${to}', { mode: 'no-cors' })`])));
	},
	'a rule to fetch ahead': (to) => {
		const script = document.createElement('script');
		script.type = 'speculationrules';
		script.append(JSON.stringify({ prefetch: [{ source: 'list', urls: [`${to}.html`] }] }));
		document.head.append(script);
	},
	'a picture': (to) => {
		new Image().src = `${to}.svg`;
	},
	'a picture for some screens': (to) => {
		const image = new Image();
		image.srcset = `${to}.svg 1x`;
		document.body.append(image);
	},
	'a picture in a drawing': (to) => {
		const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
		const image = document.createElementNS('http://www.w3.org/2000/svg', 'image');
		image.setAttribute('href', `${to}.svg`);
		svg.append(image);
		document.body.append(svg);
	},
	'a button that is a picture': (to) => {
		const button = document.createElement('input');
		button.type = 'image';
		button.src = `${to}.svg`;
		document.body.append(button);
	},
	'a sheet of styles': (to) => {
		const link = document.createElement('link');
		link.rel = 'stylesheet';
		link.href = `${to}.css`;
		document.head.append(link);
	},
	'an @import of styles': (to) => {
		const style = document.createElement('style');
		style.append(`@import url(${to}.css)`);
		document.head.append(style);
	},
	'styles written into the page': () => {
		const style = document.createElement('style');
		style.append('html { --from: elsewhere }');
		document.head.append(style);
		const from = getComputedStyle(document.documentElement).getPropertyValue('--from');
		const page = globalThis as { ran?: string[] };
		if (from) (page.ran ??= []).push('styles written into the page');
	},
	'a style attribute': (to) => {
		const box = document.createElement('p');
		box.setAttribute('style', `background: url(${to}.svg)`);
		box.append('Elsewhere');
		document.body.append(box);
	},
	'a background': (to) => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(`body { background: url(${to}.svg) !important }`);
		document.adoptedStyleSheets.push(sheet);
	},
	'a font': (to) => {
		void new FontFace('Elsewhere', `url(${to}.woff2)`).load().catch(() => {});
	},
	'a sound': (to) => {
		void new Audio(`${to}.mp3`).play().catch(() => {});
	},
	'a film': (to) => {
		const film = document.createElement('video');
		film.preload = 'auto';
		film.src = `${to}.mp4`;
		document.body.append(film);
	},
	'the picture of a film': (to) => {
		const film = document.createElement('video');
		film.poster = `${to}.svg`;
		document.body.append(film);
	},
	'an object': (to) => {
		const object = document.createElement('object');
		object.data = `${to}.html`;
		document.body.append(object);
	},
	'an embedded page': (to) => {
		const embed = document.createElement('embed');
		embed.type = 'text/html';
		embed.src = `${to}.html`;
		document.body.append(embed);
	},
	'a frame': (to) => {
		const frame = document.createElement('iframe');
		frame.src = `${to}.html`;
		document.body.append(frame);
	},
	'a frame made of words': (to) => {
		const frame = document.createElement('iframe');
		frame.srcdoc = `<img src="${to}.svg"><script src="${to}.js"></` + 'script>';
		document.body.append(frame);
	},
	'fetching ahead': (to) => {
		const link = document.createElement('link');
		link.rel = 'prefetch';
		link.href = `${to}.html`;
		document.head.append(link);
	},
	'loading ahead': (to) => {
		const link = document.createElement('link');
		Object.assign(link, { rel: 'preload', as: 'image', href: `${to}.svg` });
		document.head.append(link);
	},
	'loading a module ahead': (to) => {
		const link = document.createElement('link');
		Object.assign(link, { rel: 'modulepreload', href: `${to}.js` });
		document.head.append(link);
	},
	fetch: (to) => {
		void fetch(to, { method: 'POST', mode: 'no-cors', body: 'words' }).catch(() => {});
	},
	'a fetch that outlives the page': (to) => {
		void fetch(to, { keepalive: true, mode: 'no-cors' }).catch(() => {});
	},
	XMLHttpRequest: (to) => {
		const request = new XMLHttpRequest();
		request.open('GET', to);
		request.send();
	},
	'a beacon': (to) => {
		navigator.sendBeacon(to, 'words');
	},
	'a web socket': (to) => {
		new WebSocket(to.replace('http', 'ws'));
	},
	'a stream of events': (to) => {
		new EventSource(to);
	},
	'a ping': (to) => {
		const link = document.createElement('a');
		Object.assign(link, { href: '#elsewhere', ping: to });
		document.body.append(link);
		link.click();
	},
	'a form that posts': (to) => {
		const form = document.createElement('form');
		Object.assign(form, { method: 'post', action: to, target: '_blank' });
		document.body.append(form);
		form.submit();
	},
	'a form that asks': (to) => {
		const form = document.createElement('form');
		Object.assign(form, { method: 'get', action: to, target: '_blank' });
		document.body.append(form);
		form.submit();
	},
	'a button that posts a form elsewhere': (to) => {
		const form = document.createElement('form');
		const button = document.createElement('button');
		Object.assign(form, { method: 'post', action: location.pathname, target: '_blank' });
		button.setAttribute('formaction', to);
		form.append(button);
		document.body.append(form);
		button.click();
	},
	// The last: where it works, every address of the page leads elsewhere from here.
	'another base': (to) => {
		const base = document.createElement('base');
		base.href = `${new URL(to).origin}/`;
		document.head.append(base);
		new Image().src = `${new URL(to).pathname.slice(1)}.svg`;
	}
};
