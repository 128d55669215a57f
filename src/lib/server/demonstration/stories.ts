import type { indicators } from '../concerns/index.ts';

/** What an adult might notice. Invented, ordinary, and never graphic; one child's story is several of these. */
export type Noticing = { seenOrHeard: string; childsWords?: string };

export const themes = {
	'fear at home': [
		{
			seenOrHeard:
				'Would not pack up at the end of the day and asked twice whether the late bus was running.',
			childsWords: 'Can I just stay and help you tidy?'
		},
		{
			seenOrHeard:
				'Flinched when a door banged in the corridor, then laughed it off. Pale and very tired.',
			childsWords: 'It’s fine. It was just loud last night.'
		},
		{
			seenOrHeard: 'Said that everyone has to be quiet by the time the car comes up the drive.',
			childsWords: 'You can tell from how he shuts the car door.'
		},
		{
			seenOrHeard:
				'Checked the phone again and again at lunch. Said that mum was to text every hour.',
			childsWords: 'I need to know she’s okay.'
		},
		{
			seenOrHeard: 'Drew a floor plan in art and marked where each person sleeps and where to go.',
			childsWords: 'That’s our room. We put the chair there.'
		}
	],
	'control in a relationship': [
		{
			seenOrHeard: 'Left choir, then drama, in three weeks. Friends say somebody does not like it.',
			childsWords: 'It’s easier if I just don’t go.'
		},
		{
			seenOrHeard: 'Had to answer a call in the lesson. Held the phone up to show the room.',
			childsWords: 'I have to show where I am.'
		},
		{
			seenOrHeard: 'Asked whether it is normal for somebody to have all your passwords.',
			childsWords: 'He says if I trusted him I would.'
		},
		{
			seenOrHeard:
				'Sat apart from a long-standing group of friends, in tears, and would not say why.'
		}
	],
	'own substance use': [
		{ seenOrHeard: 'Very drowsy after lunch, slow to answer, smell of vape on the blazer.' },
		{
			seenOrHeard: 'Told a friend within my hearing about drinking alone at the weekend.',
			childsWords: 'It turns the noise down.'
		},
		{
			seenOrHeard:
				'A vape fell from a bag. Shaking when asked about it, and would not say where it came from.'
		}
	],
	'a parent’s substance use': [
		{
			seenOrHeard:
				'Late for the fourth time in two weeks after taking a younger child to primary school.',
			childsWords: 'Dad wasn’t up. He’s not up much.'
		},
		{
			seenOrHeard: 'Asked the office not to telephone home before noon.',
			childsWords: 'She’s different in the morning.'
		},
		{
			seenOrHeard: 'Knew exactly how to put somebody on their side safely when we did first aid.',
			childsWords: 'I’ve had to.'
		}
	],
	'worry and sleep': [
		{
			seenOrHeard: 'Fell asleep in two lessons today. Said that sleep does not come before three.'
		},
		{
			seenOrHeard: 'Cried in the cloakroom before registration and asked to sit in the library.',
			childsWords: 'I can’t think when it’s like this.'
		},
		{ seenOrHeard: 'Work has dropped from careful to blank pages since half-term.' }
	],
	'needs not met': [
		{
			seenOrHeard: 'No coat for the third frosty morning; no lunch money on the card since Monday.'
		},
		{
			seenOrHeard: 'Took bread rolls from the canteen and hid them in a bag.',
			childsWords: 'They’re for later. For my brother.'
		}
	],
	online: [
		{
			seenOrHeard: 'A picture is being passed round the year. The pupil found out in my lesson.',
			childsWords: 'Everyone’s seen it. Can you make it stop?'
		},
		{ seenOrHeard: 'Showed me messages from somebody older who wants to meet at the retail park.' }
	],
	'missing from lessons': [
		{
			seenOrHeard:
				'Present at registration and in no lesson after it, for the second time this month.'
		},
		{ seenOrHeard: 'Away every Monday since the start of term; notes in different handwriting.' }
	]
} satisfies Record<string, Noticing[]>;

export type Theme = keyof typeof themes;

/** What an adult would tick for each. */
export const indicatorsOf: Record<keyof typeof themes, (typeof indicators)[number][]> = {
	'fear at home': ['domestic abuse at home'],
	'control in a relationship': ['own relationship'],
	'own substance use': ['own substance use'],
	'a parent’s substance use': ['a parent’s substance use'],
	'worry and sleep': ['mental health'],
	'needs not met': ['neglect'],
	online: ['online'],
	'missing from lessons': ['attendance']
};

export const notAsked = [
	'The lesson went on and there was no quiet moment.',
	'They went home before I could.',
	'They did not want to talk today.'
];

export const nextSteps = [
	'Speak with them in the quiet room, and write down what they want',
	'Ask their tutor and their head of year what they have seen',
	'Ring the school nurse and ask about the drop-in',
	'Plan with them who they can go to, and where'
];

/** How harm builds up in one child's year: what is noticed, in order, by different people. */
export const patterns: Theme[][] = [
	['worry and sleep', 'missing from lessons', 'fear at home', 'fear at home', 'fear at home'],
	['missing from lessons', 'a parent’s substance use', 'needs not met', 'a parent’s substance use'],
	['online', 'control in a relationship', 'control in a relationship', 'missing from lessons'],
	['own substance use', 'worry and sleep', 'fear at home', 'own substance use'],
	['fear at home', 'a parent’s substance use', 'worry and sleep', 'fear at home'],
	['control in a relationship', 'own substance use', 'worry and sleep']
];

export const places = [
	'Form room, registration',
	'Corridor by the hall',
	'Science block',
	'Canteen at lunch',
	'Playing field',
	'Library',
	'School gate, end of the day',
	'Art room',
	'Medical room'
] as const;

export const doneAlready = [
	'Listened, thanked them for telling me, said I would pass it on.',
	'Nothing yet. Writing this down straight away.',
	'Walked with them to the pastoral office.',
	'Asked whether they felt safe to go home today; they said yes.',
	'Told the head of year, who asked me to write it down.'
] as const;

export const decisionReasons = {
	'keep watch': [
		'First noticing. The tutor will check in each morning for two weeks.',
		'Explained by a new baby at home; the year team knows and will look again at half-term.'
	],
	'no further action': [
		'Spoke to the pupil and to home. A bus timetable had changed; it has been sorted out.',
		'The pupil had been ill and is well again. No pattern with anything before.'
	],
	'open a case': [
		'Several people have now noticed the same change. It needs one plan and one person who holds it.',
		'What the pupil said today gives a different meaning to what was noticed before.'
	],
	'add to the open case': ['Belongs with what we know already; it adds to the pattern.']
} as const;
