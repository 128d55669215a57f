import { expect, test } from 'vitest';

// The folders of the server that hold nothing of an organisation's own records, or ask before anybody has
// come in; each has tests of its own. Every other folder is in the lists below.
const elsewhere = [
	'access',
	'accounts',
	'calendars',
	'copies',
	'db',
	'demonstration',
	'directory',
	'documents',
	'help',
	'help-services',
	'households',
	'jobs',
	'lessons',
	'mail',
	'matching',
	'open-referral',
	'organisations',
	'rooms',
	'sharing',
	'slides',
	'training',
	'writing'
];

const offers = import.meta.glob<object>('/src/lib/server/*/index.ts', { eager: true });

const domains = Object.fromEntries(
	Object.entries(offers)
		.map(([file, offered]) => [file.split('/').at(-2) ?? '', offered] as const)
		.filter(([domain]) => !elsewhere.includes(domain))
);

// What a person does, and that the matrix of the domains asks of everybody.
const inTheMatrix = [
	'cases: act, close, correct, end, family, list, lookAgain, move, note, read, readAction, reopen, triage',
	'concerns: add, countUntriaged, log, loggedBy, ofGroups, read, untriaged',
	'ledger: overview, takeCheckpoint',
	'pupils: find',
	'referrals: list, listReceived, read, readReceived, send, stepReceived',
	'restrictions: addName, breakGlass, lift, restrict'
];

// What a person does, and for which the tests beside the domain ask who may not; the matrix of the doors
// knocks on the page of each.
const besideTheDomain = [
	'cases: climb, disagree, plan, pictureAbuse, pictureSubstances, settle, standingAround, caseFor, due, handOver, listClosed, listQuiet, ownActions, ownedBy, print',
	'attachments: add, read',
	'concerns: allLoggedBy, watchedUntil',
	'contacts: keep, read',
	'counts: see',
	'drafts: forget, keep, list, of',
	'exchange: unread',
	'groups: give, list, make, putIn, read, takeBack, takeOut',
	'health: look',
	'links: ask, asked, end, endAsked, make, open, read, readAsked, step, write',
	'help-checks: list, record',
	'help-pages: keep, own',
	'ledger: askForCheckpoint',
	'lesson-checks: check, list, read, withdraw',
	'notices: see, set, settingOf, unseen',
	'people: changeRoles, invite, letLeave, list, read',
	'pupils: byId, byIds',
	'question-box: closeBox, handle, listBoxes, listTold, openBox, readBox, readQuestion, readTold, tellLead',
	'referrals: caseload, countWaiting, endFor, giveTo, keepToWorkers, keptReferrals, keptTo, openToTeam, readOutside, repeat, stepOutside, take, takeReceived, tellOfLink, stepSent, triesOf',
	'school-days: own, set',
	'restrictions: consider',
	'search: search',
	'reports: read, readOutside, send, takeIn, turnAway, waiting, writeOutside, written',
	'standards: answer, partners, propose, read',
	'teaching: add, atDesk, callOff, exported, keep, offered, own, plan, readClass, readPlan, readRecord, record, report, takeAskingBack, takeAway, takeBack, tally',
	'teaching-rooms: ask, byHands, close, end, open, own, read',
	'training-record: complete, exported, list, own'
];

// What nobody asks for: parts of an act, in its own transaction, or what the server does by itself.
const nobodys = [
	'cases: around, climbing, lateDisagreements, disagreeing, openDisagreements, picturesOf, planOf, planning, chronicle, countOpen, daysDue, echoAll, ending, factsOf, find, isNotKeptFrom, look, moving, noting, ownsAnything, referenceOf, reopening, visibleTo',
	'attachments: list, sweep',
	'contacts: ofCase',
	'concerns: childrenOf, correct, keepFrom, counts, decide, decideAnew, echo, factsOf, find, giveWatches, goesIntoACase, isWatching, look, marksIn, mayLookAgain, noticing, sameAs, triaging, visibleTo, watchesOf',
	'exchange: deliverAll, pending, receive, send',
	'help-checks: latest',
	'help-counts: byMonth, count, keep, noise',
	'help-pages: asTyped, exitOf, shownAt',
	'groups: leaveAll, lookedAfterBy, looksAfter',
	'drafts: actOf, forgetOld',
	'ledger: asFile, asMail, canonical, checkpoint, checkpointsSince, doneToPeople, everyCheckpoint, exported, fingerprintOf, firstBroken, isAsSigned, lineOf, mustBeWritable, newestCheckpointAt, parseCheckpoint, readersOf, record, recordAll, recordNotShown, recordRefusal, recordSignIn, verify',
	'lesson-checks: mayBePresented',
	'links: newestOf',
	'notices: asLetter, isDue, seeAbout, tell, toBeWrittenTo, unopened, wrote',
	'pupils: findable, named, siblings',
	'question-box: classIn, forgetKeys, forgetQuestions, isOpen, mayTell, put, remind',
	'referrals: asTyped, countReceived, countSent, endAllWork, exitsFor, exitsOf, exitsOfReceived, fhirOf, filledFrom, isLastWorker, layoutFor, notForAge, find, hasEnded, isFinal, lateReceived, lateSent, placeOf, timesBefore, triesAmong, triesIn, isFormStep, stepOptions, isUndecided, nothingAgreed, openBy, standing, standingReceived, stepForm, stepping, timesWith',
	'standards: agreedWith, between',
	'reports: unreadReports',
	'teaching: additionsTo, answerFieldOf, itemsFor, lessonOf, settingsOf, waysOf, wrongLabelHere, yearsFieldOf',
	'teaching-rooms: questionsOf',
	'training-record: fieldOf',
	'clocks: climb, waits',
	'school-days: addSchoolDays, anHourOfSchoolAfter, current, deadlineOf, instantOf, isOver, isSchoolDay, nextSchoolDay, nextStepOf, openingOn',
	'restrictions: asLetter, passOn, place, present, restrictionConditions, restrictionOn, shownOn, tellNamed'
];

const named = (lines: string[]): string[] =>
	lines.flatMap((line) => {
		const [domain = '', functions = ''] = line.split(': ');
		return functions.split(', ').map((each) => `${domain} ${each}`);
	});

test('the folders that are left out are there', () => {
	const folders = Object.keys(offers).map((file) => file.split('/').at(-2));

	expect(elsewhere.filter((each) => !folders.includes(each))).toEqual([]);
});

test('everything that a domain offers is in the matrix, or says why it is not', () => {
	const offered = Object.entries(domains).flatMap(([domain, offers]) =>
		Object.entries(offers)
			.filter(([, offer]) => typeof offer === 'function')
			.filter(([, offer]) => !String(offer).startsWith('class'))
			.map(([name]) => `${domain} ${name}`)
	);
	const known = named([...inTheMatrix, ...besideTheDomain, ...nobodys]);

	expect(offered.filter((each) => !known.includes(each)).sort()).toEqual([]);
	expect(known.filter((each) => !offered.includes(each)).sort()).toEqual([]);
	expect(new Set(known).size).toBe(known.length);
});
