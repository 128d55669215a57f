/** Why a file is not taken, each with the sentence that the person is told. */
export const refusals = {
	empty: 'This file is empty. Choose another',
	'too large': 'A file may have at most 20 MB. Choose a smaller one, or send it in parts',
	'not known': 'This is not a JPEG, PNG or WebP picture or a PDF. Choose one that is',
	'a drawing':
		'This is an SVG drawing, which can hold a script. Take a picture of it and choose that',
	'a web page': 'This is a web page, which can hold a script. Print it to a PDF and choose that',
	'an archive':
		'This is an archive such as a ZIP. Take out what is in it and choose each on its own',
	'an office document':
		'This is an office document, which can hold a program. Save it as a PDF and choose that',
	'a telephone’s picture':
		'This is a HEIC picture, as some telephones make. Save or send it as a JPEG and choose that',
	'moving pictures': 'This is a film or a moving picture. Write down what it shows instead',
	sound: 'This is a sound recording. Write down what is said in it instead',
	'too many points':
		'This picture is too large to look through. Choose one of at most 64 megapixels',
	damaged: 'This picture cannot be read: the file is damaged. Choose another'
} as const;

export type Refusal = keyof typeof refusals;
