type Named = { id: string; name: string };

// What services are called after: two that share only these are not alike.
const ordinary = new Set(
	'the a and of for young people people’s child children children’s service services support project team centre house domestic abuse substance use drug alcohol family families'.split(
		' '
	)
);

const telling = (name: string): string[] =>
	name
		.toLocaleLowerCase('en-GB')
		.split(/[^\p{L}’']+/u)
		.filter((word) => word && !ordinary.has(word));

/** The names of other services that could be taken for this one: they begin with the same telling word, or are one letter apart. */
export const likeNamed = ({ id, name }: Named, services: readonly Named[]): string[] =>
	services.filter((one) => one.id !== id && isAlike(one.name, name)).map((one) => one.name);

function isAlike(one: string, other: string): boolean {
	const [first] = telling(one);
	const [second] = telling(other);
	return first !== undefined && second !== undefined && isOneLetterApart(first, second);
}

/** Whether two words are the same but for one letter changed, left out or added. */
function isOneLetterApart(one: string, other: string): boolean {
	if (Math.abs(one.length - other.length) > 1) return false;
	let at = 0;
	while (at < one.length && one[at] === other[at]) at += 1;
	const rest = (word: string, from: number): string => word.slice(from);
	return (
		rest(one, at) === rest(other, at) ||
		rest(one, at + 1) === rest(other, at + 1) ||
		rest(one, at + 1) === rest(other, at) ||
		rest(one, at) === rest(other, at + 1)
	);
}
