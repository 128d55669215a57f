import { catalogue } from './catalogue.ts';
import { lighterThan } from './lighter.ts';
import type { Catalogued } from './reading.ts';
import { translationsThatHold, type Translated } from './translations.ts';

const digests = import.meta.glob<string>('/content/lessons/**/*.svx', {
	eager: true,
	query: '?digest',
	import: 'default'
});

/** A lesson as it was built: `digest` is another when its words are. */
export type Published = Catalogued & { digest: string };

const written = catalogue(
	import.meta.glob('/content/lessons/**/*.svx', { eager: true, import: 'metadata' })
).map((lesson): Published => ({ ...lesson, digest: digests[lesson.file] ?? '' }));

const lessons = written.filter(({ language }) => language === 'en');
const translations = translationsThatHold(written);

/** Every published lesson, in English and in teaching order. */
export const all = (): Published[] => lessons;

/** Every published lesson in every language that it may be read in. */
export const inEveryLanguage = (): Published[] => [...lessons, ...translations];

/** The same lesson in its other languages. */
export const inOtherLanguages = ({ id, language }: Catalogued): Translated[] =>
	inEveryLanguage().filter((each) => each.id === id && each.language !== language);

export const byId = (id: string): Published | undefined => lessons.find((each) => each.id === id);

/** Finds a lesson by the last part of its address, such as `k3-04-control-isnt-care`. */
export const byAddress = (address: string): Published | undefined =>
	inEveryLanguage().find((each) => each.address === address);

/** Something gentler to read instead of a lesson that is meant for a class. */
export const lighter = (lesson: Catalogued): Catalogued | undefined => lighterThan(lesson, lessons);

export { coverage, coverageCsv, glossary, topics } from './coverage.ts';
export { codes, glossOf, guidance } from './statutory.ts';
export { activities, fields, lessonSchema, rules } from './form.ts';
export { sexEducationIn, withoutSexEducation } from './sex-education.ts';
export type { Catalogued, Translated };
export type { Lesson } from './schema.ts';
