/** A part of a body on which a mark can be. Left and right are the child’s own. */
export type Region = {
	id: string;
	says: string;
	view: 'front' | 'back';
	group: (typeof groups)[number];
};

export const groups = ['Head and neck', 'Trunk', 'Arms and hands', 'Legs and feet'] as const;

const of = (
	view: Region['view'],
	group: Region['group'],
	...called: [id: string, says: string][]
): Region[] =>
	called.map(([id, says]) => ({ id: `${view}-${id}`, says: `${says}, ${view}`, view, group }));

const bothSides = (...called: [id: string, says: string][]): [string, string][] =>
	called.flatMap(([id, says]) =>
		(['right', 'left'] as const).map((side): [string, string] => [
			`${side}-${id}`,
			`${side} ${says}`
		])
	);

/** Every region there is, from the head down, front and then back. */
export const regions: Region[] = [
	...of('front', 'Head and neck', ['forehead', 'forehead']),
	...of('front', 'Head and neck', ...bothSides(['eye', 'eye'], ['cheek', 'cheek'], ['ear', 'ear'])),
	...of('front', 'Head and neck', ['mouth', 'mouth and chin'], ['neck', 'neck']),
	...of('back', 'Head and neck', ['head', 'head'], ['neck', 'neck']),
	...of('front', 'Trunk', ['chest', 'chest'], ['stomach', 'stomach'], ['hips', 'hips and groin']),
	...of('back', 'Trunk', ['shoulders', 'upper back'], ['back', 'lower back'], ['bottom', 'bottom']),
	...of(
		'front',
		'Arms and hands',
		...bothSides(['arm', 'upper arm'], ['forearm', 'forearm'], ['palm', 'palm'])
	),
	...of(
		'back',
		'Arms and hands',
		...bothSides(['arm', 'upper arm'], ['forearm', 'forearm'], ['hand', 'back of the hand'])
	),
	...of(
		'front',
		'Legs and feet',
		...bothSides(['thigh', 'thigh'], ['shin', 'knee and shin'], ['foot', 'top of the foot'])
	),
	...of(
		'back',
		'Legs and feet',
		...bothSides(['thigh', 'thigh'], ['calf', 'calf'], ['foot', 'heel and sole'])
	)
];

/** The words for a region; for an id that there is none of, the id. */
export const saysOf = (id: string): string =>
	regions.find((region) => region.id === id)?.says ?? id;
