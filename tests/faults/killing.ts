import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';

type Event = { id: string; referralId: string; side: string; number: number };
type Side = {
	integrity: string;
	firstBroken: number | 'none';
	outgoing: { id: string; body: string }[];
	delivered: number;
	pending: number;
	unread: number;
	incoming: string[];
	answersTold: number;
};
type Left = {
	over: boolean;
	referrals: number;
	school: Side;
	service: Side;
	events: { school: Event[]; service: Event[] };
};

/** What a post that was killed again and again did with its messages. */
export type Outcome = {
	kills: number;
	messages: number;
	acknowledged: number;
	/** How many of these before the last life, which nobody killed. */
	amidKills: number;
	lost: number;
	doubled: number;
	outOfOrder: number;
	/** Whatever else is not as it should be, as sentences. */
	wrong: string[];
};

const program = 'tests/faults/delivering.ts';
const args = (folder: string, ...rest: string[]) => ['--no-warnings', program, folder, ...rest];

/**
 * Has a school and a service take every step of so many referrals, kills the process that carries them at
 * so many random instants, lets the last life finish, and counts what came of the messages.
 *
 * `mostAlive` is for how many milliseconds a life may deliver at most; a tenth of them die while opening.
 */
export async function killDelivering(
	folder: string,
	{ referrals, kills, mostAlive }: { referrals: number; kills: number; mostAlive: number }
): Promise<Outcome> {
	const made = spawnSync(process.execPath, args(folder, 'prepare', String(referrals)));
	if (made.status !== 0) throw new Error(`Nothing could be prepared: ${String(made.stderr)}`);
	const acknowledged: string[] = [];
	const faults: string[] = [];
	for (let life = 0; life < kills; life += 1) {
		const opening = Math.random() < 0.1;
		const { left, said, fault } = await live(folder, opening, Math.random() * mostAlive);
		acknowledged.push(...said);
		faults.push(...fault);
		// Everything was over before so many instants had come: the figure says how many there were.
		if (left) {
			const amidKills = acknowledged.length;
			return { ...counted(left, acknowledged, faults), amidKills, kills: life };
		}
	}
	const amidKills = acknowledged.length;
	const { left, said, fault } = await live(folder, false, undefined);
	if (!left) throw new Error('The last life did not say what was left');
	return {
		...counted(left, [...acknowledged, ...said], [...faults, ...fault]),
		...{ amidKills, kills }
	};
}

async function live(folder: string, opening: boolean, after: number | undefined) {
	const child = spawn(process.execPath, args(folder, 'deliver'), {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const over = new Promise<void>((resolve) => child.once('close', () => resolve()));
	const said: string[] = [];
	const fault: string[] = [];
	let left: Left | undefined;
	const kill = () => {
		if (after !== undefined) setTimeout(() => child.kill('SIGKILL'), after);
	};
	for await (const line of createInterface({ input: child.stdout })) {
		if (line === 'opening' && opening) kill();
		else if (line === 'delivering' && !opening) kill();
		else if (line.startsWith('left ')) left = JSON.parse(line.slice(5)) as Left;
		else if (/^(fault|refused)/.test(line)) fault.push(line);
		else if (/^[0-9a-f-]{36}$/.test(line)) said.push(line);
	}
	await over;
	return { left, said, fault };
}

const twice = (all: string[]): number => all.length - new Set(all).size;

function counted(
	left: Left,
	acknowledged: string[],
	faults: string[]
): Omit<Outcome, 'kills' | 'amidKills'> {
	const { school, service, events } = left;
	const sent = [...school.outgoing, ...service.outgoing];
	const arrived = [...school.incoming, ...service.incoming];
	const ids = {
		school: events.school.map(({ id }) => id),
		service: events.service.map(({ id }) => id)
	};
	const lost =
		sent.filter(({ id }) => !arrived.includes(id)).length +
		acknowledged.filter((id) => !ids.school.includes(id) || !ids.service.includes(id)).length;
	const answers = events.school.filter(({ side }) => side === 'service').length;
	const wrong = [
		...faults,
		...(left.over ? [] : ['Not every referral was over']),
		...[school, service].flatMap(
			({ integrity, firstBroken, pending, unread, delivered, outgoing }) => [
				...(integrity === 'ok' ? [] : [integrity]),
				...(firstBroken === 'none' ? [] : [`The ledger breaks at ${firstBroken}`]),
				...(pending === 0 && delivered === outgoing.length ? [] : ['Something was not delivered']),
				...(unread === 0 ? [] : ['Something could not be read'])
			]
		)
	];
	return {
		messages: sent.length,
		acknowledged: acknowledged.length,
		lost,
		doubled:
			twice(arrived) +
			twice(ids.school) +
			twice(ids.service) +
			Math.abs(school.answersTold - answers) +
			Math.abs(arrived.length - sent.length),
		outOfOrder:
			outOfOrder(service.outgoing, events.school) + outOfOrder(school.outgoing, events.service),
		wrong
	};
}

/** How many steps came before one that was sent before them, within a referral. */
function outOfOrder(sent: Side['outgoing'], arrived: Event[]): number {
	const steps = sent
		.map(({ body }) => JSON.parse(body) as { id: string; referralId?: string })
		.filter(({ referralId }) => referralId !== undefined);
	const place = new Map(arrived.map(({ id }, index) => [id, index]));
	let wrong = 0;
	for (const own of Map.groupBy(steps, ({ referralId }) => referralId).values())
		for (const [index, { id }] of own.entries()) {
			const before = own[index - 1];
			if (before && (place.get(before.id) ?? 0) > (place.get(id) ?? 0)) wrong += 1;
		}
	return wrong;
}
