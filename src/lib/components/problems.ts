/** What is wrong with each field, as the list that an error summary shows, in the order of the page. */
export const summaryOf = (
	problems: Partial<Record<string, string>>
): { field: string; says: string }[] =>
	Object.entries(problems).flatMap(([field, says]) => (says ? [{ field, says }] : []));
