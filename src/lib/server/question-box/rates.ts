const hour = 60 * 60_000;

/** How often somebody may do something in an hour, each thing for itself; in memory alone, so that no time is kept. */
export function rate(most: number) {
	const done = new Map<string, number[]>();

	/** Whether it may be done once more now. */
	function allows(what: string, at: Date): boolean {
		const lately = (done.get(what) ?? []).filter((each) => at.getTime() - each < hour);
		if (lately.length > 0) done.set(what, lately);
		else done.delete(what);
		return lately.length < most;
	}

	/** Counts one. */
	function count(what: string, at: Date): void {
		done.set(what, [...(done.get(what) ?? []), at.getTime()]);
	}

	return { allows, count };
}
