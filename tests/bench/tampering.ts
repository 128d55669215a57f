import fc from 'fast-check';

export type Tampering = { kind: string; text: string };

const kinds = ['edit', 'delete', 'insert', 'reorder', 'truncate'] as const;

/**
 * Ways to spoil an exported ledger: one letter, one field, an entry away, one more, two that change
 * places, or an end that is cut off. None of them leaves the ledger as it was.
 */
export function tamperings(lines: readonly string[]): fc.Arbitrary<Tampering> {
	const whole = lines.join('');
	const at = fc.nat({ max: lines.length - 1 });
	const line = (index: number) => lines[index] ?? '';
	const replaced = (index: number, by: string) =>
		[...lines.slice(0, index), by, ...lines.slice(index + 1)].join('');

	const byLetter = fc
		.tuple(fc.nat({ max: whole.length - 1 }), fc.string({ unit: 'binary', maxLength: 2 }))
		.map(([place, by]) => whole.slice(0, place) + by + whole.slice(place + 1));
	const byField = fc
		.tuple(
			at,
			fc.constantFrom('number', 'at', 'staff', 'session', 'did', 'object', 'id', 'seal', 'more'),
			fc.oneof(fc.string(), fc.integer(), fc.constant(null))
		)
		.map(([index, field, by]) =>
			replaced(
				index,
				`${JSON.stringify({ ...(JSON.parse(line(index)) as object), [field]: by })}\n`
			)
		);
	const ways: Record<(typeof kinds)[number], fc.Arbitrary<string>> = {
		edit: fc.oneof(byLetter, byField),
		delete: fc
			.tuple(at, fc.integer({ min: 1, max: 5 }))
			.map(([index, many]) => [...lines.slice(0, index), ...lines.slice(index + many)].join('')),
		insert: fc
			.tuple(at, fc.oneof(at.map(line), fc.constantFrom('\n', '{}\n', 'null\n', '\u{feff}')))
			.map(([index, by]) => replaced(index, by + line(index))),
		reorder: fc.tuple(at, at).map(([one, other]) => {
			const moved = [...lines];
			[moved[one], moved[other]] = [line(other), line(one)];
			return moved.join('');
		}),
		truncate: fc.nat({ max: whole.length - 2 }).map((length) => whole.slice(0, length))
	};
	// Without the end of its last line a ledger still says everything that it said.
	const same = new Set([whole, whole.slice(0, -1)]);
	return fc
		.constantFrom(...kinds)
		.chain((kind) => ways[kind].map((text) => ({ kind, text })))
		.filter(({ text }) => !same.has(text));
}

/** The number of the first line that is not as it was: what a verifier must name. */
export function firstDifference(lines: readonly string[], text: string): number {
	let from = 0;
	for (const [index, line] of lines.entries()) {
		// What ends where a line's own end should be still has the whole of that entry.
		const there = text.startsWith(line, from) || text.slice(from) === line.trimEnd();
		if (!there) return index + 1;
		from += line.length;
	}
	return lines.length + 1;
}
