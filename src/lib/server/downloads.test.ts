import { expect, test } from 'vitest';
import { asDownload } from './downloads.ts';

test('a file is saved and not shown, under its own name in any script, and nothing in it runs', () => {
	expect(asDownload('Élodie’s "drawing" (画)\r\nx: y.jpg', 'image/jpeg')).toEqual({
		'content-type': 'image/jpeg',
		'content-disposition':
			'attachment; filename="_lodie_s _drawing_ _____x_ y.jpg"; ' +
			"filename*=UTF-8''%C3%89lodie%E2%80%99s%20%22drawing%22%20%28%E7%94%BB%29%0D%0Ax%3A%20y.jpg",
		'content-security-policy': "sandbox; default-src 'none'",
		'x-content-type-options': 'nosniff',
		'cache-control': 'no-store'
	});
});
