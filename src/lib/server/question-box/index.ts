import { putting } from './asking.ts';
import { rate } from './rates.ts';

export { asking, isOpen } from './asking.ts';
export { forgetKeys, forgetQuestions } from './forgetting.ts';
export { decisions, handle, handling } from './handling.ts';
export { classIn, closeBox, openBox, opening, yearsToChoose, type Opening } from './opening.ts';
export type { Place } from './place.ts';
export { mayTell, type Telling } from './prompting.ts';
export { publicBoxes, sealedQuestions } from './public-schema.ts';
export { remind } from './reminding.ts';
export { listBoxes, readBox, readQuestion, type Box, type Question } from './reading.ts';
export { questionBoxes, questionHandlings, questionsTold } from './schema.ts';
export { mostLetters } from './sealing.ts';
export { listTold, readTold, tellLead, telling, type Told } from './telling.ts';

// Four from everybody of a class of thirty within the hour.
const mostInAnHour = 120;

/** Puts a question into a box, as often as this process allows. */
export const put = putting(rate(mostInAnHour));
