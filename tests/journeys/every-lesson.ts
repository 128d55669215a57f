import { globSync } from 'node:fs';
import { basename } from 'node:path';

/** The address of every lesson that there is. */
export const everyLesson = globSync('content/lessons/**/*.svx')
	.map((file) => `/lessons/${basename(file, '.svx')}`)
	.sort();
