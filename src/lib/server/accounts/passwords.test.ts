import { expect, test } from 'vitest';
import { hashPassword, isPassword } from './passwords.ts';

test('a password is kept as argon2id, 19 MiB, two passes, one lane', async () => {
	expect(await hashPassword('paint on the stone')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test('the same password twice is two hashes', async () => {
	expect(await hashPassword('the same')).not.toBe(await hashPassword('the same'));
});

test('only the password itself is right', async () => {
	const hash = await hashPassword('paint on the stone');

	expect(await isPassword(hash, 'paint on the stone')).toBe(true);
	expect(await isPassword(hash, 'Paint on the stone')).toBe(false);
	expect(await isPassword(hash, 'paint on the stone ')).toBe(false);
	expect(await isPassword(hash, '')).toBe(false);
});

test('a password is the same however its accents were typed', async () => {
	const hash = await hashPassword('caf\u00e9 on the hill');

	expect(await isPassword(hash, 'cafe\u0301 on the hill')).toBe(true);
});

test('every letter counts, however long it is', async () => {
	const long = 'x'.repeat(999);

	expect(await isPassword(await hashPassword(`${long}a`), `${long}b`)).toBe(false);
});

test('nobody has a password', async () => {
	for (const password of ['', 'paint on the stone', 'undefined'])
		expect(await isPassword(undefined, password)).toBe(false);
});

test('a hash that is no hash is a fault, and no “yes”', async () => {
	await expect(isPassword('paint on the stone', 'paint on the stone')).rejects.toThrow();
});
