import { readFileSync } from 'node:fs';
import national from '../../content/services/national.json' with { type: 'json' };
import second from '../../content/services/second-reading.json' with { type: 'json' };
import type { Config } from '../lib/server/config.ts';
import {
	daysAfter,
	faultsOf,
	holidaysKnownThrough,
	ukTime,
	type Fault,
	type SecondReading
} from '../lib/server/help-services/index.ts';
import { Refused } from './command.ts';

type Written = { id?: unknown; name?: unknown; checkAgain?: unknown };

/**
 * Says of the help services, our own or those of a file of the same shape, which are due to be looked at and
 * what is wrong with each. A named person's checks are kept at the desk, which a command does not open: here
 * every service is due until its own data says otherwise.
 *
 * @throws Refused with the same list when anything is wrong with one, or the file cannot be read.
 */
export function checkServices(_config: Config, [file]: string[], at = new Date()): string {
	const list = file ? listIn(file) : national;
	const faults = faultsOf(list, second as SecondReading, at, { whole: !file });
	const said = [...due(list, at), ...holidays(at), '', ...wrong(list.length, faults)].join('\n');
	if (faults.length > 0) throw new Refused(said);
	return said;
}

function listIn(file: string): Written[] {
	try {
		const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
		if (Array.isArray(read)) return read as Written[];
	} catch (fault) {
		throw new Refused(`${file} could not be read: ${(fault as Error).message}`);
	}
	throw new Refused(`${file} does not hold a list of services.`);
}

/** One line a service: nobody named has confirmed any at its operator's own page. */
function due(list: Written[], at: Date): string[] {
	const today = ukTime(at).date;
	const services = list.filter((each) => typeof each === 'object' && each !== null);
	const lines = services.map(({ id, name, checkAgain }) => {
		const by = typeof checkAgain === 'string' ? checkAgain : 'unknown';
		const late = by < today ? 'overdue since' : 'to be read again by';
		return `  ${String(id)}: ${String(name)}, ${late} ${by}`;
	});
	return [
		`Due: ${services.length}. No named person has confirmed these at the operator’s own page.`,
		...lines
	];
}

const warnBefore = 90;

const holidays = (at: Date): string[] =>
	daysAfter(ukTime(at).date, warnBefore) > holidaysKnownThrough
		? [`Due: the bank holidays, which are known up to ${holidaysKnownThrough}.`]
		: [];

const wrong = (many: number, faults: Fault[]): string[] => [
	faults.length === 0 ? `No fault in ${many} services.` : `Faults: ${faults.length}.`,
	...faults.map(({ id, field, says }) => `  ${id}, ${field}: ${says}`)
];
