import { places, type Place } from './loop.ts';

/** The statuses of a FHIR R4 `Task` (http://hl7.org/fhir/task-status), those that the loop uses. */
type TaskStatus =
	| 'requested'
	| 'received'
	| 'accepted'
	| 'rejected'
	| 'cancelled'
	| 'in-progress'
	| 'on-hold'
	| 'failed'
	| 'completed'
	| 'entered-in-error';

/** A place in FHIR's words. Two places may share both statuses: `Task.businessStatus.text` tells them apart. */
export type FhirState = {
	task: TaskStatus;
	serviceRequest: 'active' | 'completed' | 'revoked' | 'entered-in-error';
	businessStatus: Place;
};

type Statuses = Omit<FhirState, 'businessStatus'>;

const active = (task: TaskStatus): Statuses => ({ task, serviceRequest: 'active' });

// A request stays active until the school has said what comes next; `standards.md` 2.1 and 2.2 of the facts.
const statuses: Record<Place, Statuses> = {
	sent: active('requested'),
	opened: active('received'),
	'information needed': active('on-hold'),
	accepted: active('accepted'),
	waiting: active('accepted'),
	'in progress': active('in-progress'),
	declined: active('rejected'),
	'could not engage': active('failed'),
	outcome: active('completed'),
	'stepped up': active('completed'),
	'stepped down': active('completed'),
	'not understood': active('failed'),
	closed: { task: 'completed', serviceRequest: 'completed' },
	withdrawn: { task: 'cancelled', serviceRequest: 'revoked' },
	'entered in error': { task: 'entered-in-error', serviceRequest: 'entered-in-error' }
};

/** A place, as `Task.status`, `ServiceRequest.status` and the text of `Task.businessStatus`. */
export const fhirOf = (place: Place): FhirState => ({ ...statuses[place], businessStatus: place });

/**
 * The place that a task and its request speak of: by the business status where they name one of ours, and
 * otherwise the first that has both statuses; `undefined` when they contradict each other or say nothing we know.
 */
export function placeOf(said: {
	task: string;
	serviceRequest: string;
	businessStatus?: string;
}): Place | undefined {
	return places.find(
		(place) =>
			statuses[place].task === said.task &&
			statuses[place].serviceRequest === said.serviceRequest &&
			(said.businessStatus === undefined || said.businessStatus === place)
	);
}
