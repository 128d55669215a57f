import { expect, test } from 'vitest';
import { allowanceOf, mayBringAFile, toldTooLarge } from './sizes.ts';

const form = '/desk/concerns/C-4K7M-2QHD/files/new';

test('a file may be brought to the one form that takes files, and is given longer', () => {
	for (const address of [form, `${form}/`, `${form}?/default`]) {
		expect(mayBringAFile('POST', address)).toBe(true);
		expect(allowanceOf('POST', address)).toEqual({ bytes: 22_020_096, patience: 180_000 });
	}
});

test.each([
	'/desk/concerns/new',
	'/desk/concerns/new?/log',
	'/desk/concerns/C-4K7M-2QHD/additions',
	'/desk/cases/K-4K7M-2QHD/entries'
])('%s holds a long note, so that it can be said beside its field', (address) => {
	expect(mayBringAFile('POST', address)).toBe(false);
	expect(allowanceOf('POST', address)).toEqual({ bytes: 4_194_304, patience: 60_000 });
	expect(allowanceOf('GET', address).bytes).toBe(524_288);
});

test.each([
	['GET', form],
	['PUT', form],
	[undefined, form],
	['POST', undefined],
	['POST', '/desk/sign-in'],
	['POST', `/desk/sign-in?${form}`],
	['POST', `/x${form}`],
	['POST', `${form}s`],
	['POST', `${form}/more`],
	['POST', '/desk/concerns/anything/files/new'],
	['POST', '/desk/concerns/../sign-in/files/new'],
	['POST', '/desk/concerns/C-4K7M-2QHD/files/10000000-0000-4000-8000-000000000000']
])('%s %s takes no more than a form holds', (method, address) => {
	expect(mayBringAFile(method, address)).toBe(false);
	expect(allowanceOf(method, address)).toEqual({ bytes: 524_288, patience: 60_000 });
});

test('whoever brought too much is told so at the form, and led nowhere else', () => {
	expect(toldTooLarge(`${form}?to=//elsewhere.example`)).toBe(`${form}?too-large`);
});
