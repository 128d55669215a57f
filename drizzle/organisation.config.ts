import { schemasOf } from './schemas.ts';

export default schemasOf('organisation', [
	'accounts/staff',
	'cases/schema',
	'concerns/schema',
	'drafts/schema',
	'exchange/schema',
	'groups/schema',
	'households/schema',
	'ledger/schema',
	'notices/schema',
	'pupils/schema',
	'referrals/schema',
	'restrictions/schema'
]);
