import { schemasOf } from './schemas.ts';

export default schemasOf('platform', ['accounts/schema', 'organisations/schema']);
