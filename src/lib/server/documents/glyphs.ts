/** Which letters a font has, from its `cmap` table (OpenType, section "cmap"), as ranges of code points. */
export function rangesOf(font: Buffer): [first: number, last: number][] {
	const cmap = tableOf(font, 'cmap');
	const many = cmap.readUInt16BE(2);
	const subtables = Array.from({ length: many }, (_, at) =>
		cmap.subarray(cmap.readUInt32BE(4 + at * 8 + 4))
	);
	return subtables.flatMap((table) => {
		const format = table.readUInt16BE(0);
		if (format === 12) return groupsOf(table);
		return format === 4 ? segmentsOf(table) : [];
	});
}

function tableOf(font: Buffer, name: string): Buffer {
	for (let at = 12; at < 12 + font.readUInt16BE(4) * 16; at += 16)
		if (font.toString('latin1', at, at + 4) === name)
			return font.subarray(font.readUInt32BE(at + 8));
	throw new Error(`A font of ours has no table ${name}`);
}

const groupsOf = (table: Buffer): [number, number][] =>
	Array.from({ length: table.readUInt32BE(12) }, (_, at) => [
		table.readUInt32BE(16 + at * 12),
		table.readUInt32BE(20 + at * 12)
	]);

/** Of each segment its letters one by one: one in the middle may be missing, which is glyph 0. */
function segmentsOf(table: Buffer): [number, number][] {
	const twice = table.readUInt16BE(6);
	const at = (part: number, segment: number) =>
		14 + part * twice + (part > 0 ? 2 : 0) + segment * 2;
	const found: [number, number][] = [];
	for (let segment = 0; segment < twice / 2; segment += 1) {
		const last = table.readUInt16BE(at(0, segment));
		const first = table.readUInt16BE(at(1, segment));
		const offsetAt = at(3, segment);
		const offset = table.readUInt16BE(offsetAt);
		for (let code = first; code <= last && code < 0xffff; code += 1) {
			const glyph =
				offset === 0
					? (code + table.readUInt16BE(at(2, segment))) & 0xffff
					: table.readUInt16BE(offsetAt + offset + (code - first) * 2);
			if (glyph !== 0) found.push([code, code]);
		}
	}
	return found;
}
