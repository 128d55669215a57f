import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

// A browser writes what a form posts into files of its own, so that a closed tab can be opened again, and a
// filter may write it down. So a form carries what was picked as a token that only this process can read,
// with a key that is nowhere else and is forgotten (docs/decisions/0019).

/** For how long a page may be left open and still go on from where it was. */
export const lasts = 60 * 60_000;

const nonceBytes = 12;
const tagBytes = 16;
const plainBytes = 24;
const tokenForm = new RegExp(
	`^[\\w-]{${Math.ceil(((nonceBytes + plainBytes + tagBytes) * 4) / 3)}}$`
);

/** What was picked, each as a number of its own list, 0 for nothing yet; and the code of a school's page, if it was reached by one. */
export type Picked = { topic: number; age: number; place: number; school: string };

export type Sealed = Picked & { at: Date };

type Key = { from: number; bytes: Buffer };

/** Seals and opens what was picked. A new one, as a new process has, opens nothing that another sealed. */
export function sealer() {
	let keys: Key[] = [];

	/** The key of this hour. The one before it still opens; what came before that is gone, also when nobody comes. */
	function keyOf(at: Date): Key {
		const [newest] = keys;
		if (newest && at.getTime() - newest.from < lasts) return newest;
		const fresh = { from: at.getTime(), bytes: randomBytes(32) };
		keys = [fresh, ...keys.filter(({ from }) => fresh.from - from < 2 * lasts)];
		setTimeout(() => (keys = keys.filter((key) => key !== fresh)), 2 * lasts).unref();
		return fresh;
	}

	/** A token of one length, whatever was picked. `at` is when the page that carries it was made. */
	function seal(picked: Picked, at: Date): string {
		const nonce = randomBytes(nonceBytes);
		const cipher = createCipheriv('aes-256-gcm', keyOf(at).bytes, nonce);
		const sealed = Buffer.concat([cipher.update(written(picked, at)), cipher.final()]);
		return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
	}

	/** What a token says; `undefined` for one that is not ours, or was made more than an hour ago. */
	function open(token: unknown, at: Date): Sealed | undefined {
		if (typeof token !== 'string' || !tokenForm.test(token)) return undefined;
		const bytes = Buffer.from(token, 'base64url');
		for (const { bytes: key } of keys) {
			const sealed = opened(key, bytes);
			if (sealed) return at.getTime() - sealed.at.getTime() <= lasts ? sealed : undefined;
		}
		return undefined;
	}

	return { seal, open };
}

function opened(key: Buffer, bytes: Buffer): Sealed | undefined {
	const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes));
	decipher.setAuthTag(bytes.subarray(-tagBytes));
	try {
		return read(
			Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()])
		);
	} catch {
		return undefined;
	}
}

// Milliseconds, three numbers, and up to twelve letters of a school's code.
function written({ topic, age, place, school }: Picked, at: Date): Buffer {
	const plain = Buffer.alloc(plainBytes);
	plain.writeUIntBE(at.getTime(), 0, 6);
	plain.writeUInt8(topic, 6);
	plain.writeUInt8(age, 7);
	plain.writeUInt16BE(place, 8);
	plain.write(school, 10, 'latin1');
	return plain;
}

function read(plain: Buffer): Sealed {
	return {
		at: new Date(plain.readUIntBE(0, 6)),
		topic: plain.readUInt8(6),
		age: plain.readUInt8(7),
		place: plain.readUInt16BE(8),
		school: plain.subarray(10).toString('latin1').replace(/\0+$/, '')
	};
}
