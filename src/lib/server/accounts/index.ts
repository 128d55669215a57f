export { add, type NewAccount } from './adding.ts';
export { codeAt, giveApp, offer, type Offer } from './authenticators.ts';
export { asCalledHere } from './calling.ts';
export { comeBack, comingBack, putAway } from './being-away.ts';
export { markLeft, membersOf, setRoles, type Member } from './belonging.ts';
export { choosing, leastLetters, wrongWith, type Chooser } from './choosing.ts';
export { deviceCookie, deviceSeconds } from './devices.ts';
export { timeLeft, whoWas } from './ending.ts';
export {
	addPasskey,
	confirmApp,
	keepingFactors,
	removeFactor,
	renewRecoveryCodes,
	type Enrolled,
	type Removed
} from './enrolling.ts';
export { headsOf, holdersOf, type Holder } from './holding.ts';
export { invite, type Invitation } from './inviting.ts';
export { endOthers, endOwn, goTo, ownSessions, type OwnSession } from './own-sessions.ts';
export { askForPasskey, offerPasskey, passkeysOf } from './passkeys.ts';
export { recoveryCodesLeft } from './recovery-codes.ts';
export {
	askForReset,
	changePassword,
	changing,
	chooseByLink,
	forgetting,
	kindOf,
	type Chosen,
	type Send
} from './resetting.ts';
export { factorsOf, hasOne, parsed, proving, type Factors } from './second-factors.ts';
export { stepUp, steppingUp, takeSecondStep, type Proved } from './second-step.ts';
export { end, endSessions, sessionIdOf, type SessionSettings } from './sessions.ts';
export {
	doorOf,
	placesOf,
	signIn,
	signingIn,
	signOut,
	startWhole,
	whoComes,
	whoIs,
	type DoorSettings,
	type Place,
	type SignedIn
} from './signing-in.ts';
export { staff } from './staff.ts';
