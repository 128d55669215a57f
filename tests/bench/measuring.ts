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
