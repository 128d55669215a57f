/**
 * The languages that a lesson may be in. Lessons are written in English; in another language a lesson is published
 * once a person has checked it.
 */
export const languages = {
	en: { name: 'English', tag: 'en-GB' },
	cy: { name: 'Cymraeg', tag: 'cy' }
} as const;

export type Language = keyof typeof languages;
