import { schemasOf } from './schemas.ts';

export default schemasOf('platform', ['accounts/schema', 'mail/schema', 'organisations/schema']);
