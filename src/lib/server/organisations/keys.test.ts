import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ownFolder, settingsOf } from '../../../../tests/faults/testing.ts';
import { CannotOpen } from '../db/index.ts';
import { makeMasterKey, newDatabaseKey, readMasterKey, unwrap, wrap } from './keys.ts';

const master = randomBytes(32);
const anyMaster = fc
	.uint8Array({ minLength: 32, maxLength: 32 })
	.map((bytes) => Buffer.from(bytes));
const anyKey = fc.string({ minLength: 32, maxLength: 32 });

describe('a key of a database', () => {
	test('is exactly the 32 characters that the cipher reads', () => {
		for (let time = 0; time < 100; time += 1)
			expect(newDatabaseKey()).toMatch(/^[A-Za-z0-9_-]{32}$/);
	});

	test('is another one each time', () => {
		expect(new Set(Array.from({ length: 1000 }, newDatabaseKey)).size).toBe(1000);
	});
});

describe('a wrapped key', () => {
	test('unwraps to itself for its owner under its master key', () => {
		fc.assert(
			fc.property(anyKey, fc.string(), anyMaster, (key, owner, by) => {
				expect(unwrap(wrap(key, owner, by), owner, by)).toBe(key);
			})
		);
	});

	test('never shows the key, and is wrapped anew each time', () => {
		const key = newDatabaseKey();
		const wrapped = [wrap(key, 'school', master), wrap(key, 'school', master)];

		expect(wrapped[0]).not.toBe(wrapped[1]);
		for (const each of wrapped) {
			expect(each).not.toContain(key);
			expect(Buffer.from(each, 'base64url').includes(key)).toBe(false);
		}
	});

	test('does not unwrap for another owner', () => {
		fc.assert(
			fc.property(anyKey, fc.string(), fc.string(), (key, owner, other) => {
				fc.pre(Buffer.from(owner).compare(Buffer.from(other)) !== 0);
				expect(() => unwrap(wrap(key, owner, master), other, master)).toThrow(CannotOpen);
			})
		);
	});

	test('does not unwrap under another master key', () => {
		const wrapped = wrap(newDatabaseKey(), 'school', master);

		expect(() => unwrap(wrapped, 'school', randomBytes(32))).toThrow(
			/^A key in this data folder does not open with this master key; nothing was changed\.$/
		);
	});

	test('does not unwrap when any one bit of it was changed', () => {
		const wrapped = Buffer.from(wrap(newDatabaseKey(), 'school', master), 'base64url');

		for (let bit = 0; bit < wrapped.length * 8; bit += 1) {
			const changed = Buffer.from(wrapped);
			changed[bit >> 3]! ^= 1 << (bit & 7);
			expect(() => unwrap(changed.toString('base64url'), 'school', master)).toThrow(CannotOpen);
		}
	});

	test('does not unwrap when any part of it is missing, down to nothing', () => {
		const wrapped = wrap(newDatabaseKey(), 'school', master);
		const bytes = Buffer.from(wrapped, 'base64url');

		for (let length = 0; length < bytes.length; length += 1) {
			const short = bytes.subarray(0, length).toString('base64url');
			expect(() => unwrap(short, 'school', master)).toThrow(CannotOpen);
		}
	});
});

describe('the master key', () => {
	test('is made once, 32 bytes, in a file that this user alone may read', () => {
		const config = settingsOf(ownFolder());

		makeMasterKey(config);
		const made = readMasterKey(config);
		makeMasterKey(config);

		expect(made).toHaveLength(32);
		expect(readMasterKey(config)).toEqual(made);
		expect(statSync(config.masterKeyFile).mode & 0o777).toBe(0o600);
		expect(readdirSync(config.dataDir)).toEqual(['master.key']);
	});

	test('is made whole or not at all: one half-written before is no key and is made again', () => {
		const config = settingsOf(ownFolder());
		writeFileSync(`${config.masterKeyFile}.part`, 'ha', { mode: 0o600 });

		makeMasterKey(config);

		expect(readMasterKey(config)).toHaveLength(32);
	});

	test.each(['MASTER_KEY', 'MASTER_KEY_FILE'])('is never made when %s was given', (name) => {
		const folder = ownFolder();
		const given = name === 'MASTER_KEY' ? 'anything' : join(folder, 'elsewhere.key');
		const config = settingsOf(folder, { [name]: given });

		makeMasterKey(config);

		expect(readdirSync(folder)).toEqual([]);
	});

	test('may be given in the environment, and then no file is read', () => {
		const folder = ownFolder();
		writeFileSync(join(folder, 'master.key'), randomBytes(32).toString('base64url'));

		const config = settingsOf(folder, { MASTER_KEY: master.toString('base64url') });

		expect(readMasterKey(config)).toEqual(master);
	});

	test('that is missing is asked for by the place it should be in', () => {
		const config = settingsOf(ownFolder());

		expect(() => readMasterKey(config)).toThrow(
			`The master key is missing: put it back at ${config.masterKeyFile} or set MASTER_KEY; nothing was changed.`
		);
		expect(existsSync(config.masterKeyFile)).toBe(false);
	});

	test.each([0, 16, 31, 33, 64])('of %i bytes is refused', (bytes) => {
		const given = randomBytes(bytes).toString('base64url') || 'x';

		expect(() => readMasterKey(settingsOf(ownFolder(), { MASTER_KEY: given }))).toThrow(
			/^The master key is not 32 bytes written as base64url; nothing was changed\.$/
		);
	});

	test.each([0o640, 0o604, 0o644, 0o660])('that others may read (mode %i) is refused', (mode) => {
		const config = settingsOf(ownFolder());
		makeMasterKey(config);
		chmodSync(config.masterKeyFile, mode);

		expect(() => readMasterKey(config)).toThrow(/^Others may read the master key: make /);
		expect(readFileSync(config.masterKeyFile, 'utf8')).toHaveLength(44);
	});
});
