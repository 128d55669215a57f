import { schemasOf } from './schemas.ts';

export default schemasOf('platform', [
	'accounts/schema',
	'calendars/schema',
	'links/schema',
	'mail/schema',
	'organisations/schema'
]);
