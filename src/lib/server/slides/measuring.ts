import type { Block, Draft, Look, Size } from './slide.ts';

/** How large the letters of each size are, against those of the middle one (components/slides/Slide.svelte). */
export const scales: Record<Size, number> = { largest: 1.5, large: 1.22, middle: 1, small: 0.86 };

// In letters of the middle size: what the narrower of the two screens leaves of its width, and the lower of its height,
// within the margins of a slide. A letter is about half as wide as it is high, and a bold one a little more.
const widths: Partial<Record<Look, number>> = { opening: 13, step: 20, help: 20, calm: 20 };
const width = 27;
const height = 18;
const regular = 0.5;
const bold = 0.55;
const leading = 1.36;

const sum = (heights: number[]): number => heights.reduce((total, each) => total + each, 0);

/** How high a draft stands in letters of the middle size, should its own be of this one. */
function heightOf({ look, of, title, asked, blocks }: Draft, size: Size): number {
	const scale = scales[size];
	const across = (widths[look] ?? width) / scale;
	const large = look === 'step' || look === 'opening' ? 1.7 : 1.35;
	return (
		scale *
		(sum([of ? 1.4 : 0, linesOf(title, across / large, bold) * large * 1.18]) +
			(asked ? 0.4 + linesOf(asked, across / 0.8) * 0.8 * leading : 0) +
			(blocks.length > 0 ? 1 : 0) +
			sum(blocks.map((block) => heightOfBlock(block, across))))
	);
}

const linesOf = (text: string, across: number, letter = regular): number =>
	// A word that does not fit leaves its place empty: half a word a line.
	Math.ceil((text.length * letter) / (across - 1.2));

/** How high a block stands, with the space after it, in letters of its own size. */
export function heightOfBlock(block: Block, across = width): number {
	const each = (texts: string[], within: number, apart: number) =>
		sum(texts.map((text) => linesOf(text, across - within) * leading + apart));
	switch (block.kind) {
		case 'words':
			return each([block.says], 0, 0.6);
		case 'list':
			return each(block.items, 1.1, 0.4);
		case 'pairs':
			return each(
				block.pairs.map(({ term, says }) => `${term}: ${says}`),
				0.9,
				0.4
			);
		case 'letters':
			return each(block.of, 2.2, 0.85);
		case 'ways':
			return each(
				block.ways.map(({ says }) => says),
				3.2,
				1.1
			);
		case 'line':
			return heightOfLine(block.of, across / block.of.length / 0.8);
		case 'boxes':
			return rowsOf(block.of, across) * 3;
	}
}

/** Points of a line stand beside one another: one whose longest word has no room there does not fit at all. */
function heightOfLine(points: string[], across: number): number {
	const words = points.flatMap((point) => point.split(' '));
	if (Math.max(...words.map(({ length }) => length)) * bold * 1.08 > across - 0.4) return Infinity;
	return 1.5 + Math.max(...points.map((point) => linesOf(point, across, bold)));
}

/** How many rows labels take up, each as wide as its words. */
function rowsOf(labels: string[], across: number): number {
	let rows = 1;
	let used = 0;
	for (const label of labels) {
		const wide = Math.max(5, label.length * bold + 1.8);
		if (used > 0 && used + wide > across) rows += 1;
		used = used > 0 && used + wide > across ? wide : used + wide;
	}
	return rows;
}

/** The largest size at which a draft fits; the smallest where none does. */
export const sizeOf = (draft: Draft): Size =>
	(['largest', 'large', 'middle'] as const).find((size) => heightOf(draft, size) <= height) ??
	'small';

/** What is left of the height for the blocks of a draft, at the middle size. */
export const roomFor = (draft: Draft): number =>
	height - heightOf({ ...draft, blocks: [] }, 'middle') - 1;
