/** Where what is kept without a network is found on the site. */
export const scheme = '/lessons/waymark-lessons.zip';

/** The pack of one lesson, by the last part of its address. */
export const packOf = (lesson: string): string => `/lessons/${lesson}/waymark-${lesson}.zip`;

/** The worker, which may answer what is below `/lessons/` and nothing else. */
export const worker = '/lessons/worker.js';

/** The page that tells of all this, the only one of its door with a script. */
export const offline = '/lessons/offline';

/** In a copy, the page that every link leads to whose page is not in it. */
export const aboutTheCopy = '/lessons/offline/copy';

/** What is kept of a lesson on a device: its pages, by what follows its address. */
export const keptOfALesson = [
	...['', '/easy', '/further', '/one-at-a-time', '/parents', '/teaching'],
	...['/slides', '/present', '/cards']
];

/** What is kept beside, of a lesson that has parts which are sex education. */
export const keptOfSome = ['', '/teaching', '/slides', '/present', '/cards'].map(
	(page) => `${page}/without-sex-education`
);

/** A page that is read aloud by a script, which no copy can run. */
export const isReadAloud = (address: string): boolean => address.endsWith('/listen');
