import { createHash, createPublicKey, verify } from 'node:crypto';
import * as v from 'valibot';
import type { Signer } from '../organisations/index.ts';

const format = 'waymark-ledger-checkpoint';

const text = v.pipe(v.string(), v.maxLength(1000));

const checkpointFile = v.strictObject({
	format: v.literal(format),
	version: v.literal(1),
	organisation: text,
	entry: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
	seal: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
	at: v.pipe(v.string(), v.isoTimestamp()),
	publicKey: text,
	fingerprint: text,
	signature: text
});

/** What the ledger was at a moment, signed; docs/ledger.md says it for people who do not trust us. */
export type Checkpoint = v.InferOutput<typeof checkpointFile>;

export type Unsigned = Omit<Checkpoint, 'signature'>;

/** A key as people compare it: the SHA-256 of its public half. */
export const fingerprintOf = (publicKey: string): string =>
	createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('hex');

/** The one way to write a checkpoint down: names in order, no spaces (RFC 8785 for what it may hold). */
export const canonical = (of: Unsigned | Checkpoint): string =>
	JSON.stringify(
		Object.fromEntries(Object.entries(of).sort(([one], [other]) => (one < other ? -1 : 1)))
	);

type Stood = { entry: number; seal: string; at: Date };

/** What is signed of a moment, in an organisation and with a key. */
export const unsigned = (
	{ entry, seal, at }: Stood,
	{ organisationId, publicKey }: Pick<Signer, 'organisationId' | 'publicKey'>
): Unsigned => ({
	format,
	version: 1,
	organisation: organisationId,
	entry,
	seal,
	at: at.toISOString(),
	publicKey,
	fingerprint: fingerprintOf(publicKey)
});

/** A checkpoint from a file's text; `undefined` when it is none, or not as it was signed. */
export function parseCheckpoint(written: string): Checkpoint | undefined {
	const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), checkpointFile), written);
	return parsed.success && isAsSigned(parsed.output) ? parsed.output : undefined;
}

/** Whether a checkpoint is as the key that it names signed it. Whose key that is, is another question. */
export function isAsSigned({ signature, ...signed }: Checkpoint): boolean {
	if (signed.fingerprint !== fingerprintOf(signed.publicKey)) return false;
	try {
		const der = Buffer.from(signed.publicKey, 'base64url');
		const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
		return (
			key.asymmetricKeyType === 'ed25519' &&
			verify(null, Buffer.from(canonical(signed)), key, Buffer.from(signature, 'base64url'))
		);
	} catch (fault) {
		// What is no key at all signed nothing.
		if (String((fault as { code?: unknown }).code).startsWith('ERR_')) return false;
		throw fault;
	}
}
