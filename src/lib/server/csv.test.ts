import { expect, test } from 'vitest';
import { csvOf } from './csv.ts';

test('a table has its quotation marks doubled, and its lines end as the standard says', () => {
	expect(csvOf(['who', 'what'], [['O’Rook, “E”', 'said "no"']])).toBe(
		'"who","what"\r\n"O’Rook, “E”","said ""no"""\r\n'
	);
});

test.each(['=1+1', '+44', '-2', '@here', '\tx', '\rx', '\nx', '＝1'])(
	'%j is no formula',
	(typed) => {
		expect(csvOf(['x'], [[typed]])).toBe(`"x"\r\n"'${typed}"\r\n`);
	}
);
