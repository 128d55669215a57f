/** Something measured beside the same work done plainly, in turns, so that both meet the same noise. */
export type Measured = {
	name: string;
	ours: () => Promise<unknown>;
	plain: () => Promise<unknown>;
};

export type Figure = { name: string; perSecond: number; plainPerSecond: number; ratio: number };

const rounds = 7;

/** Median rates over several rounds. `ratio` is how many times longer ours takes than the plain way. */
export async function measure({ name, ours, plain }: Measured, times: number): Promise<Figure> {
	await ours();
	await plain();
	const rates = { ours: [] as number[], plain: [] as number[] };
	for (let round = 0; round < rounds; round += 1) {
		rates.ours.push(await rate(ours, times));
		rates.plain.push(await rate(plain, times));
	}
	const perSecond = median(rates.ours);
	const plainPerSecond = median(rates.plain);
	return { name, perSecond, plainPerSecond, ratio: plainPerSecond / perSecond };
}

async function rate(work: () => Promise<unknown>, times: number): Promise<number> {
	const began = performance.now();
	for (let time = 0; time < times; time += 1) {
		await work();
		// A loop that never leaves microtasks keeps every statement's memory (docs/decisions).
		await new Promise(setImmediate);
	}
	return (times * 1000) / (performance.now() - began);
}

function median(values: number[]): number {
	const sorted = values.toSorted((one, other) => one - other);
	return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

export function print(figures: Figure[]): void {
	const rows = figures.map(({ name, perSecond, plainPerSecond, ratio }) => [
		name,
		`${perSecond.toFixed(0)}/s`,
		`${plainPerSecond.toFixed(0)}/s`,
		`${ratio.toFixed(2)} ×`
	]);
	console.log('Each beside the same SQL by hand, its ledger entry too, on a plain libSQL file.\n');
	console.log(line(['', 'Waymark', 'plain libSQL', 'time taken']));
	for (const row of rows) console.log(line(row));
}

const line = ([name = '', ...cells]: string[]): string =>
	name.padEnd(38) + cells.map((cell) => cell.padStart(14)).join('');

export type Medians = { name: string; ours: number; plain: number };

// Odd, so that there is one in the middle; enough that a machine which was busy for a second does not count.
const turns = 41;

/** The medians, in milliseconds, of single calls that took turns with the same done plainly. */
export async function medians({ name, ours, plain }: Measured): Promise<Medians> {
	for (const warmUp of [ours, plain, ours, plain]) await warmUp();
	const took = { ours: [] as number[], plain: [] as number[] };
	for (let turn = 0; turn < turns; turn += 1) {
		took.ours.push(await timeOf(ours));
		took.plain.push(await timeOf(plain));
	}
	return { name, ours: median(took.ours), plain: median(took.plain) };
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
	const began = performance.now();
	await work();
	const took = performance.now() - began;
	// As above: a loop that never leaves microtasks keeps every statement's memory.
	await new Promise(setImmediate);
	return took;
}

export function printMedians(figures: Medians[]): void {
	const most = { milliseconds: 50, times: 3 };
	console.log(`Medians of ${turns} calls in turns. At most 50 ms, and 3 times the same by hand.\n`);
	console.log(line(['', 'Waymark', 'plain libSQL', 'time taken', '']));
	for (const { name, ours, plain } of figures) {
		const holds = ours <= most.milliseconds && ours / plain <= most.times;
		const ratio = `${(ours / plain).toFixed(2)} ×`;
		const cells = [`${ours.toFixed(2)} ms`, `${plain.toFixed(2)} ms`, ratio];
		console.log(line([name, ...cells, holds ? 'holds' : 'TOO SLOW']));
	}
}
