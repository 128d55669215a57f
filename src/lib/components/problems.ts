/**
 * What is wrong with each field, as the list that an error summary shows.
 *
 * `inOrder` is the order of the fields on the page; what it does not name comes last.
 */
export const summaryOf = (
	problems: Partial<Record<string, string>>,
	inOrder: string[] = []
): { field: string; says: string }[] =>
	[...new Set([...inOrder, ...Object.keys(problems)])].flatMap((field) => {
		const says = problems[field];
		return says ? [{ field, says }] : [];
	});
