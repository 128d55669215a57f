import { unless, type Rule, type Written } from './rule.ts';

/** Figures that make a claim: a share, or so many of so many. */
const figuresIn = (text: string): string[] =>
	[...text.matchAll(/\b(\d+(?:\.\d+)?)(?:%| per ?cent| in (?:every )?100\b| in 10\b)/g)].map(
		([, figure]) => figure ?? ''
	);

const claims: Rule = ({ sources: all, texts }) => {
	const sources = all.map(({ says }) => says).join(' ');
	const figures = [...new Set(texts.flatMap(figuresIn))];
	const laws = [
		...new Set(texts.flatMap((text) => text.match(/(?:(?!The )[A-Z][\w’-]+ )+Act \d{4}/g) ?? []))
	];
	return [
		...figures
			.filter(
				(figure) =>
					!new RegExp(`(?<![\\d.])${figure.replace('.', '\\.')}(?![\\d.]\\d)`).test(sources)
			)
			.map((figure) => `It says “${figure}” as a share, and no source says where that was read.`),
		...laws
			.filter((law) => !sources.includes(law))
			.map((law) => `It leans on the ${law}, and no source says where that was read.`)
	];
};

const daysBetween = (from: string, to: string): number =>
	Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

// Issue F: past 90 days somebody is reminded, past 180 it is refused.
const remindAfter = 90;
const refuseAfter = 180;

const sourced: Rule = ({ sources, today }) =>
	sources.flatMap(({ says, checked }) => [
		...unless(checked <= today, `A source was checked in the future: “${says.slice(0, 60)}”.`),
		...unless(
			daysBetween(checked, today) <= refuseAfter,
			`A source has not been looked at for ${daysBetween(checked, today)} days: “${says.slice(0, 60)}”.`
		)
	]);

/** The sources that somebody should soon look at again. */
export const dueOf = ({ sources, today }: Written): string[] =>
	sources
		.filter(({ checked }) => {
			const days = daysBetween(checked, today);
			return days > remindAfter && days <= refuseAfter;
		})
		.map(({ says }) => `A source should be looked at again: “${says.slice(0, 60)}”.`);

/** What something written may claim. */
export const rulesOfSources = [claims, sourced];
