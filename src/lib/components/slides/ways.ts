import { resolve } from '$app/paths';

/** Where the pages are that belong to a deck, each with or without sex education as the deck itself is. */
export type Ways = Record<'slides' | 'present' | 'cards' | 'teaching' | 'lesson', string>;

/** The pages of a lesson for a class. Whoever teaches without sex education is not led back to it. */
export function waysOf({ address: lesson }: { address: string }, without: boolean): Ways {
	const given = { lesson };
	if (without)
		return {
			slides: resolve('/(learn)/lessons/[lesson]/slides/without-sex-education', given),
			present: resolve('/(learn)/lessons/[lesson]/present/without-sex-education', given),
			cards: resolve('/(learn)/lessons/[lesson]/cards/without-sex-education', given),
			teaching: resolve('/(learn)/lessons/[lesson]/teaching/without-sex-education', given),
			lesson: resolve('/(learn)/lessons/[lesson]/without-sex-education', given)
		};
	return {
		slides: resolve('/(learn)/lessons/[lesson]/slides', given),
		present: resolve('/(learn)/lessons/[lesson]/present', given),
		cards: resolve('/(learn)/lessons/[lesson]/cards', given),
		teaching: resolve('/(learn)/lessons/[lesson]/teaching', given),
		lesson: resolve('/(learn)/lessons/[lesson]', given)
	};
}
