import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeBase32IgnorePadding } from '@oslojs/encoding';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { codeAt } from '../accounts/index.ts';
import { readConfig } from '../config.ts';
import { codeOf, keepSecrets } from './index.ts';

const at = new Date('2026-11-10T12:00:10Z');
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

let dataDir: string;
beforeEach(() => void (dataDir = mkdtempSync(join(tmpdir(), 'waymark-'))));
afterEach(() => rmSync(dataDir, { recursive: true }));

const config = () => readConfig({ DATA_DIR: dataDir });

test('the code of somebody of the demonstration is the code of their app, and says how long', () => {
	keepSecrets(config(), { dee: secret });

	expect(codeOf(config(), 'dee', at)).toEqual({
		code: codeAt(decodeBase32IgnorePadding(secret), at),
		seconds: 20
	});
});

test('the secrets are this user’s alone to read', () => {
	keepSecrets(config(), { dee: secret });

	expect(statSync(join(dataDir, 'demonstration.json')).mode & 0o077).toBe(0);
});

test.each(['amal', '', '__proto__', 'constructor'])('there is no code for “%s”', (name) => {
	keepSecrets(config(), { dee: secret });

	expect(codeOf(config(), name, at)).toBe('nobody');
});

test('where there is no demonstration there are no codes, nor on a production server', () => {
	expect(codeOf(config(), 'dee', at)).toBe('no demonstration');
	keepSecrets(config(), { dee: secret });
	expect(codeOf({ dataDir, production: true }, 'dee', at)).toBe('no demonstration');
});
