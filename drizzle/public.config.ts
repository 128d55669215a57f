import { schemasOf } from './schemas.ts';

export default schemasOf('public', [
	'directory/schema',
	'help-checks/schema',
	'help-counts/schema',
	'help-pages/schema',
	'question-box/public-schema',
	'rooms/schema'
]);
