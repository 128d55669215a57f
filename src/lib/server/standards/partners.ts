import type { Staff } from '../access/index.ts';
import type { Organisation } from '../organisations/index.ts';

type Mine = Pick<Staff, 'organisation'>;

/** Whether another organisation is one that referrals pass to or from: a service for a school, a school for a service. */
export const isPartner = ({ organisation }: Mine, { id, kind }: Organisation): boolean =>
	id !== organisation.id &&
	[organisation.kind, kind].toSorted().join(' and ') === 'school and service';

/** Every partner among the organisations of this platform. */
export const partnersOf = (mine: Mine, all: readonly Organisation[]): Organisation[] =>
	all.filter((each) => isPartner(mine, each));
