import sharp, { type Sharp } from 'sharp';
import type { Taken } from './recognising.ts';
import type { Refusal } from './refusing.ts';

// Above what ordinary telephones take; a few KB of PNG can claim far more, and would fill the memory.
const mostPoints = 64_000_000;

// 90 is where a JPEG looks as it did; PNG and WebP lose nothing.
const written: Record<Exclude<Taken, 'application/pdf'>, (picture: Sharp) => Sharp> = {
	'image/jpeg': (picture) => picture.jpeg({ quality: 90, chromaSubsampling: '4:4:4' }),
	'image/png': (picture) => picture.png(),
	'image/webp': (picture) => picture.webp({ lossless: true })
};

// A picture is taken apart in memory, up to some 250 MB: one after another, however many are sent at once.
let before: Promise<unknown> = Promise.resolve();

/**
 * A file as it is kept. A picture is drawn anew from its points, the right way up, so that nothing else that
 * was in the file is kept: no place, no device, no preview, nothing hidden behind it. A PDF is kept as it is.
 */
export function clean(
	type: Taken,
	bytes: Uint8Array
): Promise<{ kept: Uint8Array } | { refused: Refusal }> {
	if (type === 'application/pdf') return Promise.resolve({ kept: bytes });
	const cleaned = before.then(() => drawnAnew(type, bytes));
	before = cleaned;
	return cleaned;
}

async function drawnAnew(
	type: Exclude<Taken, 'application/pdf'>,
	bytes: Uint8Array
): Promise<{ kept: Uint8Array } | { refused: Refusal }> {
	try {
		const picture = sharp(bytes, { limitInputPixels: mostPoints, failOn: 'error' });
		const { pages = 1, width, height } = await picture.metadata();
		if (pages > 1) return { refused: 'moving pictures' };
		if (width * height > mostPoints) return { refused: 'too many points' };
		return { kept: await written[type](picture.autoOrient()).toBuffer() };
	} catch (fault) {
		// sharp throws plain errors with the decoder's words: all that they say is that it cannot be read.
		if (!(fault instanceof Error)) throw fault;
		return { refused: /pixel limit/.test(fault.message) ? 'too many points' : 'damaged' };
	}
}
