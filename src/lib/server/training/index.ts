import { catalogue, type Module } from './reading.ts';

const modules = catalogue(
	import.meta.glob('/content/training/*.svx', { eager: true, import: 'metadata' })
);

/** Every module of staff training, in their order. */
export const all = (): Module[] => modules;

/** Finds a module by the last part of its address, such as `t1-noticing`. */
export const byAddress = (address: string): Module | undefined =>
	modules.find((each) => each.address === address);

export type { Module };
