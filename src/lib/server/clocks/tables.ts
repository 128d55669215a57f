// What waits, as its own domains keep it.
export { actionsOpen, casesOpen, plans } from '../cases/schema.ts';
export { concernsWaiting, concernsWatched } from '../concerns/schema.ts';
