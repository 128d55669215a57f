import * as v from 'valibot';
import { datesAfter } from './freshness.ts';
import { ukTime } from './hours.ts';
import { serviceShape, type Service } from './shape.ts';

/** Something wrong with a service as it is written down: at which of its fields, in a sentence for whoever keeps them. */
export type Fault = { id: string; field: string; says: string };

/** What could hurt a child were it wrong, as somebody else read it in the sources. */
export type SecondReading = Record<
	string,
	Pick<Service, 'phone' | 'ages' | 'nations' | 'bill'> & {
		text: string | null;
		/** Whether the sources, taken together, say that it is open to those who turn to it. */
		open: boolean;
		/** Of its hours the kind, or the stretches as `mon,tue 09:00-17:00; sat 10:00-12:00`. */
		hours: string;
	}
>;

/**
 * Everything that is wrong with a list of services on a day; empty when it can be used. Each service is held
 * to the shape, to the rule about dates, and to what a second reader took from the sources, so that a slip of
 * the hand in either is noticed. Of a list that is not `whole`, others than the second reader's may be there,
 * and some of those missing.
 */
export function faultsOf(
	list: unknown[],
	reading: SecondReading,
	at: Date,
	{ whole = true } = {}
): Fault[] {
	const faults = list.flatMap((each) => {
		const read = v.safeParse(serviceShape, each);
		const id = nameOf(each);
		if (!read.success) return read.issues.map((issue) => misshapen(id, issue));
		const known = reading[id];
		if (!known && whole) return [...datesOf(read.output, at), unread(id)];
		return [...datesOf(read.output, at), ...(known ? differences(read.output, known) : [])];
	});
	return [...faults, ...twice(list), ...(whole ? missing(list, reading) : [])];
}

const nameOf = (each: unknown): string => {
	const id = (each as { id?: unknown } | null)?.id;
	return typeof id === 'string' ? id : 'without an id';
};

const misshapen = (id: string, issue: v.BaseIssue<unknown>): Fault => ({
	...{ id, field: v.getDotPath(issue as never) ?? 'the whole of it' },
	says: issue.message
});

function datesOf(service: Service, at: Date): Fault[] {
	const { id, readOn, checkAgain, hideAfter } = service;
	const today = ukTime(at).date;
	const ought = datesAfter(readOn);
	const fault = (field: string, says: string): Fault => ({ id, field, says });
	return [
		...(readOn > today ? [fault('readOn', 'Its sources cannot have been read after today')] : []),
		...(checkAgain === ought.checkAgain
			? []
			: [
					fault('checkAgain', `What was read on ${readOn} is checked again by ${ought.checkAgain}`)
				]),
		...(hideAfter === ought.hideAfter
			? []
			: [fault('hideAfter', `What was read on ${readOn} is hidden after ${ought.hideAfter}`)])
	];
}

const asWritten = (hours: Service['hours']): string =>
	hours.kind === 'weekly'
		? hours.open.map(({ on, from, to }) => `${on.join()} ${from}-${to}`).join('; ')
		: hours.kind;

const unread = (id: string): Fault => ({
	...{ id, field: 'id', says: 'Nobody has read its sources a second time' }
});

/** Where what is written down is not what the second reader read. */
function differences(service: Service, read: SecondReading[string]): Fault[] {
	const { id, phone, text, ages, nations, bill, hours, show } = service;
	const said: [field: string, ours: unknown, theirs: unknown][] = [
		['phone', phone, read.phone],
		['text', text?.to ?? null, read.text],
		['ages', ages, read.ages],
		['nations', nations, read.nations],
		['hours', asWritten(hours), read.hours],
		['bill', bill, read.bill]
	];
	const differing = said
		.filter(([, ours, theirs]) => JSON.stringify(ours) !== JSON.stringify(theirs))
		.map(([field, , theirs]) => ({
			...{ id, field },
			says: `The second reading of its sources says ${JSON.stringify(theirs)}`
		}));
	const shut = { id, field: 'show', says: 'Its sources do not say that it is open' };
	return show && !read.open ? [...differing, shut] : differing;
}

function twice(list: unknown[]): Fault[] {
	const ids = list.map(nameOf);
	return ids
		.filter((id, at) => ids.indexOf(id) !== at)
		.map((id) => ({ id, field: 'id', says: 'It is written down twice' }));
}

/** What the second reader found and is not there any more: a line that was dropped by mistake helps nobody. */
const missing = (list: unknown[], reading: SecondReading): Fault[] =>
	Object.keys(reading)
		.filter((id) => !list.some((each) => nameOf(each) === id))
		.map((id) => ({ id, field: 'id', says: 'It is in the second reading, and not in the list' }));
