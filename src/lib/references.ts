/** The form of every reference, as the source of a pattern: a letter for the kind, then eight that Crockford's base 32 has. */
export const referenceForm = '[CKQRW](-[0-9A-HJKMNP-TV-Z]{4}){2}';

const whole = new RegExp(`^${referenceForm}$`);

/** Whether a text is written as a reference is, such as `C-4K7M-2QHD`. Whether there is such a record, it does not say. */
export const isReference = (text: string): boolean => whole.test(text);

/** Whether a text is written as the code of a question box is, in letters of either size: four times four. */
export const isBoxCode = (text: string): boolean =>
	/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/i.test(text);

/** Whether a text is written as the code of a school's help page is: six of the same letters. */
export const isPageCode = (text: string): boolean => /^[0-9A-HJKMNP-TV-Z]{6}$/.test(text);
