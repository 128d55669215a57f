import type { Rule } from './rule.ts';

/** Every activity is shown where the prose is read, as what it is called. */
export const activitiesShown: Rule = ({ activities, prose }) => {
	const shown = [...prose.matchAll(/<Activity name="(\w+)" of=\{activities\.(\w+)\}/g)];
	const names = shown.map(([, name]) => name);
	const missing = Object.keys(activities).filter((name) => !names.includes(name));
	return [
		...missing.map((name) => `The reader is not shown the activity “${name}”.`),
		...shown
			.filter(([, name, of]) => name !== of)
			.map(([, name, of]) => `The activity “${name}” shows “${of}”.`)
	];
};
