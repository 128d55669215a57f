import { regions } from '#lib/body.ts';

/** Where a region lies on the drawing: its outline, and the middle of it. */
export type Shape = { d: string; x: number; y: number };

/** The drawing is this wide and this high: the front stands left of the middle, the back right of it. */
export const sheet = { width: 400, height: 412 };

const middleOf = { front: 100, back: 300 } as const;

type Point = [x: number, y: number];

// As seen from the front, x counted from the middle of the body: the child's right side is at negative x.
const across: Record<string, Point[]> = {
	forehead: [
		[-33, 40],
		[-30, 24],
		[-18, 12],
		[0, 8],
		[18, 12],
		[30, 24],
		[33, 40]
	],
	mouth: [
		[-17, 64],
		[17, 64],
		[15, 78],
		[8, 86],
		[-8, 86],
		[-15, 78]
	],
	head: [
		[-34, 44],
		[-30, 24],
		[-18, 12],
		[0, 8],
		[18, 12],
		[30, 24],
		[34, 44],
		[30, 64],
		[18, 80],
		[-18, 80],
		[-30, 64]
	],
	neck: [
		[-12, 86],
		[12, 86],
		[15, 104],
		[-15, 104]
	],
	chest: [
		[-15, 104],
		[15, 104],
		[36, 109],
		[43, 116],
		[38, 164],
		[-38, 164],
		[-43, 116],
		[-36, 109]
	],
	stomach: [
		[-38, 164],
		[38, 164],
		[36, 208],
		[-36, 208]
	],
	hips: [
		[-36, 208],
		[36, 208],
		[42, 246],
		[0, 258],
		[-42, 246]
	]
};
// The same shapes under the names that the back has for them.
const behind: Record<string, string> = { shoulders: 'chest', back: 'stomach', bottom: 'hips' };

// One of two, on the child's right.
const oneSide: Record<string, Point[]> = {
	ear: [
		[-33, 42],
		[-41, 42],
		[-42, 54],
		[-33, 60]
	],
	eye: [
		[-33, 40],
		[0, 40],
		[0, 54],
		[-32, 54]
	],
	cheek: [
		[-32, 54],
		[0, 54],
		[0, 64],
		[-17, 64],
		[-15, 78],
		[-28, 68]
	],
	arm: [
		[-43, 116],
		[-54, 122],
		[-61, 138],
		[-71, 186],
		[-52, 190],
		[-40, 146]
	],
	forearm: [
		[-71, 186],
		[-52, 190],
		[-63, 240],
		[-78, 236]
	],
	palm: [
		[-78, 236],
		[-63, 240],
		[-60, 258],
		[-66, 274],
		[-76, 274],
		[-82, 256]
	],
	thigh: [
		[-42, 246],
		[0, 258],
		[-3, 322],
		[-33, 322]
	],
	shin: [
		[-33, 322],
		[-3, 322],
		[-7, 384],
		[-26, 384]
	],
	foot: [
		[-26, 384],
		[-7, 384],
		[-5, 400],
		[-22, 406],
		[-38, 402],
		[-38, 396]
	]
};
const oneSideBehind: Record<string, string> = { hand: 'palm', calf: 'shin' };

/** The shape of every region by its id. Seen from behind, the child's right is on the right. */
export const shapes: Record<string, Shape> = Object.fromEntries(
	regions.map(({ id, view }) => [id, shapeOf(id, view)])
);

function shapeOf(id: string, view: 'front' | 'back'): Shape {
	const [, side, name = ''] = /^(?:front|back)-(right-|left-)?(.+)$/.exec(id) ?? [];
	const points = side
		? oneSide[oneSideBehind[name] ?? name]
		: across[(view === 'back' ? behind[name] : name) ?? name];
	if (!points) throw new Error(`No shape was drawn for ${id}`);
	const mirrored = side !== undefined && (side === 'left-') === (view === 'front');
	return drawn(points.map(([x, y]) => [middleOf[view] + (mirrored ? -x : x), y]));
}

function drawn(points: Point[]): Shape {
	const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
	return {
		d: `M${points.map(([x, y]) => `${x} ${y}`).join('L')}Z`,
		x: (Math.min(...xs) + Math.max(...xs)) / 2,
		y: (Math.min(...ys) + Math.max(...ys)) / 2
	};
}
