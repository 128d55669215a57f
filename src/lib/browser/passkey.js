// Asks the browser for a passkey and sends what it answers as the form's one field.
const { startAuthentication, startRegistration } = globalThis.SimpleWebAuthnBrowser;

const ask = {
	get: (optionsJSON) => startAuthentication({ optionsJSON }),
	create: (optionsJSON) => startRegistration({ optionsJSON })
};

const why = {
	NotAllowedError: 'Nothing was chosen, or it took too long. Try again, or use a code.',
	InvalidStateError: 'This device holds a passkey of yours already.'
};

for (const form of document.querySelectorAll('form[data-passkey]')) {
	const says = form.querySelector('[data-says]');
	says.textContent = '';
	form.addEventListener('submit', async (event) => {
		event.preventDefault();
		says.textContent = 'Waiting for your device…';
		try {
			const answer = await ask[form.dataset.passkey](JSON.parse(form.dataset.options));
			form.elements.passkey.value = JSON.stringify(answer);
			form.submit();
		} catch (fault) {
			says.textContent = why[fault.name] ?? 'This browser could not do it. Use a code instead.';
		}
	});
}
