/** What stands between a person and the desk. */
export type Stage =
	/** The password was right; the second factor is to come. */
	| 'second step'
	/** Their roles need a second factor and they have none yet: they can do nothing but get one. */
	| 'enrolling'
	/** The desk was hidden; it opens again when they have shown that they are still there. */
	| 'away'
	| 'signed in';

/** For somebody who is not yet all the way in: where they are led, and the only routes that open. */
const stages: Record<Exclude<Stage, 'signed in'>, { goes: string; opens: readonly string[] }> = {
	'second step': {
		goes: '/desk/sign-in/second',
		opens: ['/(desk)/desk/sign-in/second']
	},
	enrolling: {
		goes: '/desk/account/second-factor',
		// Whoever takes long over it shows anew that it is still them.
		opens: ['/(desk)/desk/account/second-factor', '/(desk)/desk/step-up']
	},
	away: { goes: '/desk/away', opens: ['/(desk)/desk/away'] }
};

/** Where somebody who has come only so far is led from this route; `undefined` where they may stay. */
export function ledTo(stage: Stage, routeId: string): string | undefined {
	if (stage === 'signed in') return undefined;
	const { goes, opens } = stages[stage];
	return opens.includes(routeId) ? undefined : goes;
}
