import type { DrawingName } from '#lib/components/drawings/names.ts';

/** The drawing that opens a lesson, and what it shows. A lesson without one opens with its words. */
export const drawingOf: Record<string, { name: DrawingName; alt: string }> = {
	'K2-03': {
		name: 'playground',
		alt: 'Three children in a playground. Two are building a den, and one of them waves to the third, who stands to the side.'
	},
	'K3-04': {
		name: 'two-walkers',
		alt: 'Two people at a fork in a path, walking their own ways. The string between them has come loose and lies on the ground.'
	},
	'K3-08': {
		name: 'lit-window',
		alt: 'A house at night with one warm window. Someone stands on the path outside, beside a lit lantern.'
	}
};
