import list from '../../../../content/site/statutory-codes.json' with { type: 'json' };

const glosses = new Map(list.codes.map(({ code, gloss }) => [code, gloss]));

export const guidance = list.guidance;

/** Every numbered item of the guidance, also those that no lesson here teaches. */
export const codes = list.codes;

/** What the status of an item means, in words. */
export const meaningOf = (status: string): string =>
	(list.status as Record<string, string>)[status] ?? '';

/** What a code stands for, in our words; `undefined` means that the guidance has no such item. */
export const glossOf = (code: string): string | undefined => glosses.get(code);
