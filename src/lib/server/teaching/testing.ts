import { randomUUID } from 'node:crypto';
import { aDoor } from '../accounts/testing.ts';
import type { Role, Staff } from '../access/index.ts';
import type { Place } from './allowing.ts';
import type { Planning, Recording } from './forms.ts';
import type { Scheme, Teachable, Way } from './scheme.ts';

const way = (...codes: string[]): Way => ({
	codes,
	steps: ['Begin', 'Sort', 'Rehearse'].map((title) => ({ title, minutes: 10 }))
});

const checked = ['Ada', 'Bo'].map((name) => ({ name, as: 'specialist', on: '2026-11-20' }));

export const lesson = (
	id: string,
	years: number[],
	level: 1 | 2 | 3,
	codes: string[]
): Teachable => ({
	...{ id, title: `About ${id}`, address: id.toLowerCase(), years, level, digest: id },
	review: { status: 'checked', checkedBy: checked },
	ways: { whole: way(...codes), short: { ...way(...codes), steps: way().steps.slice(0, 2) } }
});

/** Four lessons: one of level 3, one with some sex education, one that nobody has checked, and one for a primary school. */
export const scheme: Scheme = {
	codes: [
		{ code: 'PS7', gloss: 'Asking for help', status: 'C' },
		{ code: 'SR1', gloss: 'What is good', status: 'C' },
		{ code: 'SS9', gloss: 'What abuse is', status: 'C' },
		{ code: 'SI2', gloss: 'Free to wait', status: 'C' },
		{ code: 'SR4', gloss: 'Other beliefs', status: 'T' },
		{ code: 'SH1', gloss: 'Health services', status: 'O' }
	],
	lessons: [
		lesson('K2-01', [5, 6], 1, ['PS7']),
		lesson('K3-01', [8], 1, ['SR1']),
		lesson('K3-04', [8, 9], 3, ['SS9', 'SR1']),
		{
			...lesson('K4-01', [10], 2, ['SI2', 'SR1']),
			ways: { ...lesson('K4-01', [10], 2, ['SI2', 'SR1']).ways, without: way('SR1') }
		},
		{ ...lesson('K4-05', [10], 3, ['SS9']), review: { status: 'drafted', checkedBy: [] } }
	]
};

export const planningOf = (over: Partial<Planning> = {}): Planning => ({
	...{ key: randomUUID(), year: '8', label: '8B', lesson: 'K3-01', path: 'whole' },
	...{ onDay: '16', onMonth: '11', onYear: '2026' },
	...over
});

export const recordingOf = (over: Partial<Recording> = {}): Recording => ({
	...{ key: randomUUID(), year: '8', label: '8B', lesson: 'K3-01', path: 'whole' },
	...{ cut: [], went: 'well', note: '', onDay: '10', onMonth: '11', onYear: '2026' },
	...over
});

/** A school in which people hold roles, as those who lead are found by them; end it when the test is over. */
export async function aTeachingSchool() {
	const door = await aDoor();
	const place: Place = { platform: door.door.platform, db: await door.ledger() };
	const come = async (name: string, ...roles: Role[]): Promise<Staff> => {
		const { accountId } = await door.person(name, roles, { app: false });
		return (await door.whole(accountId)).staff;
	};
	return { place, come, end: () => door.end() };
}
