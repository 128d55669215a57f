/** Who a question may be about. In the patterns, `{kin}` stands for any of these words, and so on. */
export const people = {
	me: 'i|im|ive|id|ill|me|my|mine|myself|we|weve|us|our',
	kin:
		'(?:step|half|foster|grand|god)?(?:mums?|mummys?|mothers?|dads?|daddys?|daddies|fathers?|pa|pas|papas?|parents?|brothers?|sisters?|bros?|sis|siblings?)' +
		'|uncles?|aunts?|aunties?|auntys?|nans?|grandads?|grandpas?|cousins?|famil(?:y|ys|ies)|carers?|guardians?|relatives?|babysitters?|childminders?|twins?|abbu|baba|ammi',
	partner:
		'boyfriends?|girlfriends?|partners?|ex|exs|exes|husbands?|wife|wifes|fiances?|fella|missus|situationship',
	peer: 'friends?|mates?|bestie|besties|bffs?|pals?|classmates?|teammates?',
	adult:
		'man|men|mans|guys?|blokes?|adults?|grownups?|teachers?|coach|coachs|coaches|tutors?|boss|bosss|bosses|manager|leaders?|instructor|trainer|neighbours?|lodger|driver|landlord|stranger|strangers|priest|vicar|imam|youth worker|support worker',
	older:
		'(?:older|bigger|grown) (?:boys?|lads?|men|man|guys?|people|persons?|kids?|girls?|ones?|friends?|women|woman|mates?|cousins?|brothers?)|olders|elders',
	not: 'dont|doesnt|didnt|wont|cant|isnt|arent|wasnt|werent|couldnt|wouldnt|never|not|havent|hasnt|no longer|barely|hardly',
	/** Whoever it is done to. */
	one: 'me|him|her|us|them|you|my \\w+|his \\w+|her \\w+|our \\w+|someone|people|kids|children|each other|a (?:kid|child|girl|boy)',
	whose:
		'my|our|your|his|her|their|there|someones|a friends|friends|mates|this girls|this boys|kids',
	he: 'he|she|they|hes|shes|theyre|hell|shell|theyll|hed|shed|theyd|theyve'
} as const;

const matter =
	'boyfriend girlfriend friend friends stepdad stepmum brother sister parents cousin grandad partner uncle family mother ' +
	'scared afraid frightened terrified worried secret secrets promise promised hitting punched punches slapped slaps kicked kicking ' +
	'strangled choked bruise bruises bleeding hurting touched touching touches threatened threatens threatening threaten ' +
	'controls controlling follows following tracking password drunk drinking alcohol alcoholic passed suicide suicidal ' +
	'kill killed cutting depressed worthless starving hungry pressured pressure forced forces naked pictures photos videos ' +
	'marriage married passport abroad shouting shouts screaming screams locked believe abused abusing abusive groomed grooming ' +
	'someone something anyone nobody myself herself himself police social pregnant violent angry nightmares';

/** The words that matter, for spelling’s near misses. */
export const words: ReadonlySet<string> = new Set(matter.split(' '));
