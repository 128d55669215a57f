import * as v from 'valibot';
import { urgencies } from '../concerns/index.ts';
import { boxes, checked, choice, dayIn, key, narrative, text, type Said } from '../fields.ts';

const fields = {
	childName: narrative('Write the name by which the school knows them'),
	...boxes('born'),
	says: narrative('Write what was seen, heard or said'),
	childsWords: text,
	childKnows: narrative('Write whether the young person knows of this, and what they said'),
	safeContact: narrative('Write how it is safe to reach the young person, or that you do not know'),
	urgency: choice(urgencies, 'Choose how soon somebody must read this')
};

const bornIsSaid = (said: Said): boolean =>
	[said.bornDay, said.bornMonth, said.bornYear].some((part) => part !== '');

const wrong = (said: Said): Record<string, string | undefined> => ({
	childName:
		String(said.childName ?? '').length > 200 ? 'Keep the name under 200 letters' : undefined,
	born:
		bornIsSaid(said) && !dayIn(said, 'born')
			? 'Write a day such as 9 11 2012, or leave it empty'
			: undefined
});

/** What was written: the words, and how soon somebody must read them. */
export type Writing = Written & { key: string };

type Written = {
	childName: string;
	/** `YYYY-MM-DD`, or empty. */
	childBornOn: string;
	says: string;
	childsWords: string;
	childKnows: string;
	safeContact: string;
	urgency: (typeof urgencies)[number];
};

const asWritten = (said: Omit<Written, 'childBornOn'> & Said): Written => ({
	childName: said.childName,
	childBornOn: dayIn(said, 'born'),
	says: said.says,
	childsWords: said.childsWords,
	childKnows: said.childKnows,
	safeContact: said.safeContact,
	urgency: said.urgency
});

/** What somebody at a service must say when they write to a school's lead, and to which school. */
export const writingTo = v.pipe(
	v.object({ key, ...fields, school: narrative('Choose the school') }),
	checked(wrong),
	v.transform((said) => ({ ...asWritten(said), key: said.key, school: said.school }))
);

/** What somebody without Waymark must say besides: for whom they write, and how the school reaches them. */
export const writingOutside = v.pipe(
	v.object({
		...fields,
		senderName: v.pipe(
			narrative('Write who you work for, such as the youth justice service'),
			v.maxLength(200, 'Keep this to 200 letters or fewer')
		),
		reach: narrative('Write how the school can reach you')
	}),
	checked(wrong),
	v.transform((said) => ({
		...{ ...asWritten(said), senderName: said.senderName, reach: said.reach }
	}))
);

export type WritingOutside = v.InferOutput<typeof writingOutside>;
