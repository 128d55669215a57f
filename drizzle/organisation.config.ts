import { schemasOf } from './schemas.ts';

export default schemasOf('organisation', [
	'accounts/staff',
	'attachments/schema',
	'cases/schema',
	'clocks/schema',
	'concerns/schema',
	'contacts/schema',
	'directory/own/schema',
	'drafts/schema',
	'exchange/schema',
	'groups/schema',
	'households/schema',
	'ledger/schema',
	'lesson-checks/schema',
	'notices/schema',
	'pupils/schema',
	'question-box/schema',
	'referrals/schema',
	'reports/schema',
	'restrictions/schema',
	'school-days/schema',
	'sharing/schema',
	'standards/schema',
	'teaching/schema',
	'teaching-rooms/schema',
	'training-record/schema'
]);
