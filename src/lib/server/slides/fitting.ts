import { heightOfBlock, roomFor, sizeOf } from './measuring.ts';
import type { Block, Draft, Slide } from './slide.ts';

// A paragraph that is higher than this is taken apart by its sentences, where a slide cannot hold it.
const aParagraph = 8;

/** A block as blocks that are shown together or apart; what has to be chosen from stays whole. */
function apart(block: Block): Block[] {
	if (block.kind === 'list') return block.items.map((item) => ({ ...block, items: [item] }));
	if (block.kind === 'pairs') return block.pairs.map((pair) => ({ ...block, pairs: [pair] }));
	if (block.kind !== 'words' || heightOfBlock(block) <= aParagraph) return [block];
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

/** Parts that are at most so high; a block that is higher by itself is a part. */
function packed(blocks: Block[], whole: Block[], room: number): Block[][] {
	const parts: Block[][] = [[]];
	for (const block of blocks) {
		const last = parts.at(-1) ?? [];
		if (last.length > 0 && heightOfAll(together([...last, block], whole)) > room)
			parts.push([block]);
		else last.push(block);
	}
	return parts.map((part) => together(part, whole));
}

const heightOfAll = (blocks: Block[]): number =>
	blocks.reduce((sum, block) => sum + heightOfBlock(block), 0);

/** As few parts as it takes, and each about as high as the others. */
function evenly(whole: Block[], room: number): Block[][] {
	const blocks = whole.flatMap(apart);
	let parts = packed(blocks, whole, room);
	for (let less = room - 0.5; parts.length > 1 && less > 2; less -= 0.5) {
		const lower = packed(blocks, whole, less);
		if (lower.length > parts.length) break;
		parts = lower;
	}
	return parts;
}

/**
 * One slide, or several where its words are too many for one: they have the same title, and only the first is gone to
 * by name. `on` holds for the last. That every slide of every lesson fits a screen is measured by its boxes
 * (tests/journeys/presenting.spec.ts).
 */
export function fitted(draft: Draft, step: number): Slide[] {
	const parts = evenly(draft.blocks, roomFor(draft));
	return parts.map((blocks, at): Slide => {
		const one: Draft = { ...draft, blocks };
		if (at > 0) one.id = `${draft.id}-part-${at + 1}`;
		if (at < parts.length - 1) delete one.on;
		return { ...one, step, size: sizeOf(one), replies: at === 0 ? (draft.replies ?? []) : [] };
	});
}
