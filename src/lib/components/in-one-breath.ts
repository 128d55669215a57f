const list = new Intl.ListFormat('en-GB', { style: 'long', type: 'conjunction' });

/** Several names as one says them: "Amal, Bea and Dee". */
export const inOneBreath = (names: string[]): string => list.format(names);
