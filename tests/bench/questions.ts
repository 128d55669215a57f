// Measures the prompt of the question box on files of examples: `npm run bench:questions -- FILE`, and without a file
// both of ours. Nothing of a file is sent anywhere, or printed but the numbers of lines that cannot be read.
import { measure, ours, readExamples } from './questions/measuring.ts';

const files = process.argv.slice(2);
const counted = { told: 0, met: 0, ordinary: 0, alarms: 0 };

for (const file of files.length > 0 ? files : ours) {
	const { examples, wrong } = readExamples(file);
	for (const says of wrong) console.error(`${file}: ${says}`);
	if (wrong.length > 0) process.exitCode = 1;
	const { told, met, ordinary, alarms } = measure(examples);
	console.log(`${file}: ${met} of ${told} disclosures prompt, ${alarms} of ${ordinary} others do`);
	counted.told += told;
	counted.met += met;
	counted.ordinary += ordinary;
	counted.alarms += alarms;
}

/** A share in percent with one decimal; of nothing, none. */
const share = (part: number, of: number): string =>
	of === 0 ? '–' : ((100 * part) / of).toFixed(1).replace(/\.0$/, '');

console.log(`recall ${share(counted.met, counted.told)} %`);
console.log(`false alarms ${share(counted.alarms, counted.ordinary)} %`);
