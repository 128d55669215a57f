export {
	checking,
	latest,
	list,
	record,
	type Checking,
	type Kept,
	type Place
} from './checking.ts';
export { helpChecks } from './schema.ts';
