/** A child's part in what was noticed, in the words of the form. */
export const partWords: Record<string, string> = {
	harmed: 'Was harmed, or may have been',
	'may have harmed': 'May have harmed somebody',
	'saw it': 'Saw or heard it',
	sibling: 'A brother or sister',
	other: 'Something else'
};
