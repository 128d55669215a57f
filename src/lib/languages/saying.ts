import { getContext, setContext } from 'svelte';
import { languages, type Language } from './languages.ts';
import { sayingIn, type Say } from './strings.ts';

const files = import.meta.glob<Record<string, string>>('/content/strings/*.json', {
	eager: true,
	import: 'default'
});

const said = new Map<Language, Say>();

/** What stands around lessons, in one language. */
export function sayIn(language: Language): Say {
	const say = said.get(language) ?? sayingIn(language, files[`/content/strings/${language}.json`]);
	said.set(language, say);
	return say;
}

const key = Symbol('language');

/** Says in which language everything below this component is. A page is made once, of one lesson. */
export const setLanguage = (language: Language): Language => setContext(key, language);

/** The language of what is around this component; English, where nobody said another. */
export const languageOf = (): Language => getContext<Language | undefined>(key) ?? 'en';

/** Says the words of this component in the language around it. */
export const saying = (): Say => sayIn(languageOf());

export const tagOf = (language: Language): string => languages[language].tag;
