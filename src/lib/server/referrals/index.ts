export { answer, answering } from './answering.ts';
export { countReceived, countSent, type Standings } from './counting.ts';
export {
	countWaiting,
	decisionOn,
	listReceived,
	readReceived,
	type Received,
	type ReceivedEvent
} from './inbox.ts';
export { list, read, type Sent } from './reading.ts';
export { receivers } from './receiving.ts';
export { find } from './restricting.ts';
export { agreements, declineReasons } from './schema.ts';
export { send, sending } from './sending.ts';
export { standing, type Standing } from './standing.ts';
