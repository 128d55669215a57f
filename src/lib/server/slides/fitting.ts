import type { Block, Draft, Size, Slide } from './slide.ts';

// A slide of 4:3 holds about twelve lines of fifty letters at its middle size, which is 24 points where a slide is
// as high as a hand is long. That every slide of every lesson fits is measured (tests/journeys/presenting.spec.ts).
const letters = 50;
const lettersOfATitle = 40;
const most: Record<Size, number> = { largest: 4, large: 6.5, middle: 11, small: 15 };

const linesOf = (text: string, of = letters): number => Math.ceil(text.length / of);
const sum = (costs: number[]): number => costs.reduce((total, cost) => total + cost, 0);

function costOf(block: Block): number {
	switch (block.kind) {
		case 'words':
			return linesOf(block.says) + 0.4;
		case 'list':
			return sum(block.items.map((item) => linesOf(item, 46) + 0.3));
		case 'pairs':
			return sum(block.pairs.map(({ term, says }) => linesOf(`${term} ${says}`) + 0.4));
		case 'letters':
			return sum(block.of.map((option) => linesOf(option, 44) + 0.6));
		case 'ways':
			return sum(block.ways.map(({ says }) => linesOf(says, 42) + 0.8));
		default:
			return 2.5;
	}
}

const costOfTitle = ({ title, asked = '' }: Pick<Draft, 'title' | 'asked'>): number =>
	(linesOf(title, lettersOfATitle) - 1) * 1.2 + linesOf(asked, 60) * 0.8;

function sizeOf(draft: Draft): Size {
	const cost = costOfTitle(draft) + sum(draft.blocks.map(costOf));
	if (cost <= most.largest) return 'largest';
	if (cost <= most.large) return 'large';
	return cost <= most.middle ? 'middle' : 'small';
}

/** A block as blocks that are shown together or apart; what has to be chosen from stays whole. */
function apart(block: Block): Block[] {
	if (block.kind === 'list') return block.items.map((item) => ({ ...block, items: [item] }));
	if (block.kind === 'pairs') return block.pairs.map((pair) => ({ ...block, pairs: [pair] }));
	if (block.kind !== 'words' || costOf(block) <= most.large) return [block];
	return (block.says.match(/.+?[.?!…][”’)]*(?:\s+|$)|.+$/gs) ?? []).map((says) => ({
		kind: 'words',
		says: says.trim()
	}));
}

/** Puts together again what was taken apart: items of a list, and sentences of one paragraph. */
function together(blocks: Block[], whole: Block[]): Block[] {
	const joined: Block[] = [];
	for (const block of blocks) {
		const last = joined.at(-1);
		if (block.kind === 'list' && last?.kind === 'list')
			joined.splice(-1, 1, { ...last, items: [...last.items, ...block.items] });
		else if (block.kind === 'pairs' && last?.kind === 'pairs')
			joined.splice(-1, 1, { ...last, pairs: [...last.pairs, ...block.pairs] });
		else if (block.kind === 'words' && last?.kind === 'words' && areOne(last, block, whole))
			joined.splice(-1, 1, { ...last, says: `${last.says} ${block.says}` });
		else joined.push(block);
	}
	return joined;
}

const areOne = (one: { says: string }, other: { says: string }, whole: Block[]): boolean =>
	whole.some((block) => block.kind === 'words' && block.says.includes(`${one.says} ${other.says}`));

/** Parts of at most so many lines; a block that is longer by itself is a part. */
function packed(blocks: Block[], lines: number): Block[][] {
	const parts: Block[][] = [[]];
	let used = 0;
	for (const block of blocks) {
		const cost = costOf(block);
		if (used > 0 && used + cost > lines) {
			parts.push([]);
			used = 0;
		}
		parts.at(-1)?.push(block);
		used += cost;
	}
	return parts;
}

/** As many parts as it takes, and each about as long as the others. */
function evenly(blocks: Block[], lines: number): Block[][] {
	const parts = packed(blocks, lines);
	if (parts.length === 1) return parts;
	for (let fewer = lines - 0.5; fewer > 2; fewer -= 0.5)
		if (packed(blocks, fewer).length > parts.length) return packed(blocks, fewer + 0.5);
	return parts;
}

/**
 * One slide, or several where its words are too many for one: they have the same title, and only the first is gone to
 * by name. `on` holds for the last.
 */
export function fitted(draft: Draft, step: number): Slide[] {
	const whole = draft.blocks;
	const parts = evenly(whole.flatMap(apart), most.middle - costOfTitle(draft)).map((part) =>
		together(part, whole)
	);
	return parts.map((blocks, at): Slide => {
		const one: Draft = { ...draft, blocks };
		if (at > 0) one.id = `${draft.id}-part-${at + 1}`;
		if (at < parts.length - 1) delete one.on;
		return { ...one, step, size: sizeOf(one), replies: at === 0 ? (draft.replies ?? []) : [] };
	});
}
