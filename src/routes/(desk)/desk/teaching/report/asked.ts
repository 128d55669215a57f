/** The school year that an address asks for, by the September in which it began; none where it asks for none. */
export function schoolYearAsked({ searchParams }: URL): number | undefined {
	const asked = searchParams.get('year') ?? '';
	return /^20\d\d$/.test(asked) ? Number(asked) : undefined;
}
