import { people } from './people.ts';

// Whom somebody calls before they speak, and what they say to begin.
const openings =
	/^(?:(?:miss|sir|hi|hey|hello|ok|okay|so|um|erm|please|question|also|and|but|btw|tbh|well|like|basically|just wondering|quick question) )+/;

const asks =
	/^(?:what|whats|how|hows|why|whys|when|whens|where|wheres|who|whos|which|whose|can|could|do|does|did|is|isnt|are|arent|was|were|should|would|will|have|has|am|may|if|cant|dont (?:you|they|we|people)|explain|tell us|any)\b/;

// What asks for a fact, an opinion or a laugh at its end, or is of what a school day is full of.
const ordinary = [
	'(?:is|are|was) (?:it|that|this|they|he|she|these|those) (?:\\w+ )?(?:true|right|drugs?|legal|illegal|lying|correct|real|facts?|rare|common|unusual)',
	'true or false|what do you (?:think|reckon)|do you (?:think|agree|know|like|support|have)',
	'how (?:many|much|long|old|does|do you|do i|should i|can i|could i)|what (?:is|are|does|happens)|can (?:i|you|we|it)|whats? the',
	'reckons?|lol|lmao|haha|legal|i dont (?:get|understand|agree)|(?:i|he|she|they|friend|mate|we) (?:really )?(?:likes?|loves?)',
	'fancy|fancies|crush|shy|nervous about|supports?|football|homework|lesson|boring|smokes?|smoking|vapes?|vaping|nurse|excused',
	'college|exams?|tests?|trip|party|games?|music|tiktok|pizza|food tech|died (?:of|from)|last year|year group|did this'
];
const asksAfterwards = new RegExp(`\\b(?:${ordinary.join('|')})\\b`);

const told = new RegExp(
	`\\b(?:${people.me}|${people.he}|(?:my|our|a|this|that|the|some) (?:\\w+ )?(?:${people.kin}|${people.partner}|${people.peer}|${people.adult}|boys?|girls?|lads?|people|person|woman|kids?)|someone)\\b`
);

/** Whether this, as `plainly` makes it, tells of somebody and asks for no fact. */
export function isStatement(said: string): boolean {
	const begun = said.replace(openings, '');
	return (
		begun.split(' ').length > 3 &&
		!asks.test(begun) &&
		!asksAfterwards.test(begun) &&
		told.test(begun)
	);
}
