import * as v from 'valibot';
import national from '../../../../content/services/national.json' with { type: 'json' };
import second from '../../../../content/services/second-reading.json' with { type: 'json' };
import { faultsOf, type SecondReading } from './faults.ts';
import { serviceShape, type Service } from './shape.ts';

export { nations, type Nation, type Service } from './shape.ts';

/**
 * Reads a list of services, or stops with a sentence that names the first that is not right and why.
 * `reading` is what a second reader found in the sources. Dates are not held against today's: a server whose
 * clock is wrong must still help (`waymark services check` and the tests do that).
 */
export function readServices(list: { id?: string }[], reading: SecondReading): Service[] {
	const [fault] = faultsOf(list, reading, endOfTime);
	if (fault)
		throw new Error(`The help service ${fault.id} is not right at ${fault.field}: ${fault.says}`);
	return list.map((each) => v.parse(serviceShape, each));
}

const endOfTime = new Date('9999-12-31T12:00:00Z');

const services = readServices(national as { id?: string }[], second as SecondReading);

/** Every service we know of, the ones we do not show among them: for staff, never for a child. */
export const every = (): Service[] => services;

/** The services a child may be sent to. */
export const shown = (): Service[] => services.filter((each) => each.show);

/** A service by its id, whether or not it is shown; `undefined` when there is none. */
export const serviceById = (id: string): Service | undefined =>
	services.find((each) => each.id === id);

/** 999, which is on every page whatever else is. */
export function emergency(): Service {
	const found = serviceById('emergency_999');
	if (!found?.show) throw new Error('999 is missing from the help services');
	return found;
}
