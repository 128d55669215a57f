export {
	allows,
	isFresh,
	may,
	needsSecondFactor,
	needsStepUp,
	whichOf,
	type Conditions,
	type Facts
} from './checking.ts';
export { postedFromHere } from './origin.ts';
export { givenBy, roles, rolesIn, type Role, type Staff } from './people.ts';
export { acts, policy, ruleOf, type Act, type Grant, type Relation } from './policy.ts';
export { ledTo, type Stage } from './stages.ts';
export { behindTheDesk, needed, routes } from './routes.ts';
export { whoReceives } from './people.ts';
