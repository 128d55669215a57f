import { schemasOf } from './schemas.ts';

export default schemasOf('organisation', [
	'accounts/staff',
	'cases/schema',
	'concerns/schema',
	'exchange/schema',
	'households/schema',
	'ledger/schema',
	'pupils/schema',
	'referrals/schema'
]);
