import { readAs, type Filed } from '../writing/index.ts';
import { lesson, type Lesson } from './schema.ts';

/** A lesson and where it lives: its file, and the last part of its address. */
export type Catalogued = Lesson & Filed;

/** Reads the front matter of one lesson file, or stops the build with a sentence that its writer can act on. */
export const read = (file: string, frontMatter: unknown): Catalogued =>
	readAs(lesson, 'lesson', file, frontMatter);
