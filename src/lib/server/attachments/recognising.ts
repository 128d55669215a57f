import { fileTypeFromBuffer } from 'file-type';
import type { Refusal } from './refusing.ts';

/** 20 MB: a telephone's largest picture, or some hundred scanned pages. The server's limit is just above it. */
export const mostBytes = 20 * 1024 * 1024;

/** What is taken, and how such a file's name ends. Its content says which it is, never its name. */
export const endings = {
	'image/jpeg': ['jpg', 'jpeg'],
	'image/png': ['png'],
	'image/webp': ['webp'],
	'application/pdf': ['pdf']
} as const;

export type Taken = keyof typeof endings;

const others: [type: RegExp, is: Refusal][] = [
	[/officedocument|opendocument|x-cfb|rtf|epub/, 'an office document'],
	[/^image\/(heic|heif|avif)/, 'a telephone’s picture'],
	[/^video\/|^image\/(gif|apng)/, 'moving pictures'],
	[/^audio\//, 'sound'],
	[/zip|x-(tar|7z|rar|bzip2|xz|compress|lzip|lzh|cpio)|zstd|gzip|java-archive/, 'an archive']
];

/** What a file is by its content; anything else than what is taken is refused, what nobody knows among it. */
export async function recognise(
	bytes: Uint8Array
): Promise<{ type: Taken } | { refused: Refusal }> {
	if (bytes.length === 0) return { refused: 'empty' };
	if (bytes.length > mostBytes) return { refused: 'too large' };
	const mime = (await fileTypeFromBuffer(bytes))?.mime;
	if (mime && Object.hasOwn(endings, mime)) return { type: mime as Taken };
	const other = others.find(([type]) => mime && type.test(mime))?.[1];
	return { refused: other ?? written(bytes) };
}

/** What is written in letters has no mark at its beginning: it is looked for in the first of them. */
function written(bytes: Uint8Array): Refusal {
	const first = Buffer.from(bytes.subarray(0, 4096)).toString('latin1').replaceAll('\0', '');
	if (/<svg[\s/>]|<!doctype svg/i.test(first)) return 'a drawing';
	if (/<(!doctype html|html|head|body|script)\b/i.test(first)) return 'a web page';
	return 'not known';
}
