import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { onTestFinished } from 'vitest';

/** A data folder of its own for the test that asks. */
export function aFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'waymark-files-'));
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
}

const drawn = (width = 60, height = 40) =>
	sharp({ create: { width, height, channels: 3, background: '#a04020' } });

/** A picture as a telephone takes it: lying on its side, with the place and the device written into it. */
export const aPhotograph = (): Promise<Buffer> =>
	drawn()
		.withExif({
			IFD0: { Make: 'Moorphone', ImageDescription: 'At the back gate' },
			IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '54/1 32/1 6/1', GPSLongitudeRef: 'W' }
		})
		.withMetadata({ orientation: 6 })
		.jpeg()
		.toBuffer();

export const pictures = {
	png: () => drawn().png().toBuffer(),
	webp: () => drawn().webp().toBuffer(),
	/** Two frames that differ. */
	moving: async () =>
		sharp([await drawn().png().toBuffer(), await drawn().negate().png().toBuffer()], {
			join: { animated: true }
		})
			.webp()
			.toBuffer(),
	/** Few bytes that claim more points than anybody's memory should hold. */
	vast: () =>
		sharp(Buffer.alloc(9000 * 8000), { raw: { width: 9000, height: 8000, channels: 1 } })
			.png()
			.toBuffer()
};

export const aPdf = Buffer.from(
	'%PDF-1.7\n1 0 obj\n<< /Title (Letter from home) >>\nendobj\n%%EOF\n'
);

export const given = (bytes: Uint8Array, name = 'gate.jpg', key: string = randomUUID()) => ({
	key,
	name,
	bytes
});

export const filesIn = (folder: string): string[] =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((each) => each.isFile())
		.map(({ parentPath, name }) => join(parentPath, name));
