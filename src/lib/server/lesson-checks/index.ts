export { check, withdraw } from './checking.ts';
export { checking, withdrawing } from './forms.ts';
export { list, mayBePresented, read, type Stands, type Told } from './reading.ts';
export { lessonChecks, lessonCheckWithdrawals } from './schema.ts';
export type { Check, Checkable, Presentable, Standing } from './standing.ts';
