/** The ids a control is described by, or nothing when there is neither hint nor problem. */
export function describedBy(name: string, hint?: string, problem?: string): string | undefined {
	const ids = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean);
	return ids.length > 0 ? ids.join(' ') : undefined;
}
