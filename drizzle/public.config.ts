import { schemasOf } from './schemas.ts';

export default schemasOf('public', ['directory/schema']);
