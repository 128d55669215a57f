import { IntlMessageFormat } from 'intl-messageformat';
import english from '../../../content/strings/en.json' with { type: 'json' };
import { languages, type Language } from './languages.ts';

/** What stands around a lesson, by the name it has in `content/strings/<language>.json`. */
export type StringName = keyof typeof english;
type Values = Record<string, string | number>;

/** Says one of them, with what is put into it: ICU MessageFormat, so that each language counts in its own way. */
export type Say = (name: StringName, values?: Values) => string;

/**
 * What stands around lessons in one language, taken from its `strings`.
 *
 * @throws Error which names what is missing, or that nobody wrote: a page is in one language.
 */
export function sayingIn(language: Language, strings: Record<string, string> | undefined): Say {
	if (!strings) throw new Error(`content/strings/${language}.json is not there.`);
	const missing = Object.keys(english).filter((name) => !strings[name]);
	const unknown = Object.keys(strings).filter((name) => !(name in english));
	if (missing.length + unknown.length > 0)
		throw new Error(
			`content/strings/${language}.json lacks: ${missing.join(', ') || 'nothing'}; it has what no page says: ${unknown.join(', ') || 'nothing'}.`
		);
	return (name, values) =>
		String(new IntlMessageFormat(strings[name] ?? '', languages[language].tag).format(values));
}
