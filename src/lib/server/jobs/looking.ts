/** Something that looks again and again for what is to be done. */
export type Looking = {
	/** There may be something: look soon, and once more when a look is already on its way. */
	wake(): void;
	/** Waits until there is no look on its way. */
	settled(): Promise<void>;
	/** Begins no new look, and waits for the one that is on its way. */
	stop(): Promise<void>;
};

/**
 * Looks at once, and again every so many milliseconds; never twice at the same time. A fault is
 * reported and ends that one look. `look` is told whether it should end early.
 */
export function startLooking(
	look: (stopped: () => boolean) => Promise<void>,
	every: number,
	report: (fault: unknown) => void
): Looking {
	let running: Promise<void> | undefined;
	let woken = false;
	let stopped = false;

	function start(): void {
		if (stopped) return;
		running ??= look(() => stopped)
			.catch(report)
			.finally(() => {
				running = undefined;
				if (woken) wake();
			});
	}

	function wake(): void {
		woken = running !== undefined;
		start();
	}

	const again = setInterval(start, every);
	again.unref();
	start();

	const settled = async () => {
		while (running) await running;
	};
	return {
		wake,
		settled,
		async stop() {
			stopped = true;
			clearInterval(again);
			await settled();
		}
	};
}
