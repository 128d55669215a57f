import type { Pattern } from './patterns.ts';

/** What somebody may be telling of themselves. */
export const onesOwn: readonly Pattern[] = [
	{
		name: 'suicide or self-harm',
		reason: 'Somebody may be thinking of ending their life, or be hurting themselves.',
		alone: [
			'kill(s|ed|ing)? (my|her|him|your|them)self',
			'killed himself',
			'(want|wants|wanted|wish|rather|like) (to )?(be )?(die|dead)',
			'wish (i|she|he|they) (was|were|wasnt|werent|had never|never|could)',
			'(want|wants|going|thinking of|thinking about|talks about|talking about|thought about|about) (to )?(end|ending) (it|my|her|his|their|everything|things)',
			'end(ing)? (it all|my life|her life|his life|their life)',
			'(should|could|might|will) (just )?end it',
			'(kill|off|top) (my|him|her|them)self',
			'better off (dead|without)',
			'(no|any|the|whats the) (point|reason) (of |in |to )?(living|life|anything|being here|being alive|going on|carrying on|me)',
			'{not} want(s)? (to )?(be here|live|exist|wake|be alive|be around|carry on|go on)',
			'{not} (be|being) (here|alive)( any ?more)?',
			'(wouldnt|didnt|{not}|never) wake up',
			'(go to sleep|sleep) (and )?(forever|never)',
			'(cut|cuts|cutting|hurt|hurts|hurting|scratch\\w*|burn\\w*|hit|hits|hitting|punch\\w*|starv\\w*|harm\\w*|hate|hates) (on |at )?(my|her|him|your|them)self',
			'(cuts?|cutting|scars?|marks?|scratches|burns) (all )?(on|up|down|over) (my|her|his|their)( \\w+)? (arms?|legs?|wrists?|thighs?|stomach)',
			'cut(s|ting)? (my|her|his|their) (arms?|legs?|wrists?|thighs?)',
			'i (just |sometimes |have |always )*(cut|self ?harm)',
			'(think|thinks|thinking|thought|thoughts|talk|talks|talking|joke|jokes|joking) (a lot )?(of|about) (dying|death|suicide|killing|being dead|jumping|ending)',
			'(nobody|anyone|someone|they) (would|will|even)? ?(miss|notice) (me|him|her|if)',
			'hate (my|her|his) life',
			'(cant|{not}) (cope|do this|go on|take (it|this|any)|carry on)',
			'want(s)? to (disappear|vanish|not exist)',
			'(goodbye|bye) (letter|note|message|text)s?',
			'suicide note',
			'(bad|dark|horrible|scary|awful|intrusive|suicidal) thoughts|thoughts (in my head|stop|away)',
			'want(s|ed)? (it|this|everything) (all )?to (stop|end|be over)|cant breathe'
		],
		ofSomeone: ['suicid\\w*', 'selfharm\\w*', 'overdos\\w*', 'hurt(ing)? themself\\w*'],
		ofOneself: [
			'depress(ed|ion|ing)',
			'empty',
			'numb',
			'hopeless',
			'pointless',
			'worthless',
			'lonely',
			'no (friends|hope|future)',
			'nobody (to talk|cares|likes|loves|would care|listens|understands|notices)',
			'{not} matter(s)? (if|to)',
			'cry(ing)?|cries|cried',
			'disappear\\w*',
			'(going to|might|could|will|let me) die|dying',
			'give(s)? up',
			'giving (\\w+ )?(\\w+ )?(stuff|things|clothes) away',
			'giving away (her|his|their|all)',
			'saying (goodbye|bye)',
			'keeps saying (goodbye|bye)',
			'(pretend|pretending|fake|faking) (that )?(to be |im |being |its |a smile)',
			'long sleeves',
			'{not} sleep|{not} get any sleep|nightmares?|panic\\w*|voices',
			'waste of space|burden|hate the way|dont like (being )?me',
			'tired of (living|everything|life|being|feeling)'
		]
	},
	{
		name: 'eating',
		reason: 'Somebody may be harming themselves by how they eat.',
		alone: [
			'make(s)? (my|her|him|them)self (be )?sick',
			'making (my|her|him|them)self (be )?sick',
			'(being |be )?sick after (i |she |he |they |every |eating|dinner|meals)',
			'throw(s|ing)? up (after|on purpose|my food|her food|his food)'
		],
		ofOneself: [
			'({not}|stopped|stop|scared to|refuses? to|afraid to) eat(s|ing|en)?',
			'starv\\w*',
			'skip(s|ping)? (meals|lunch|dinner|breakfast)',
			'anorexi\\w*|bulimi\\w*|bing(e|es|ing)',
			'({not}) ate',
			'fat and',
			'only (eats?|eating) ',
			'faint(s|ed|ing)?'
		]
	},
	{
		name: 'own use to cope',
		reason: 'Somebody may be drinking or using something to get through what is happening to them.',
		alone: [
			'(i|we) ({not} )?(just |only |always |still |started |sometimes |have to |need to |even )*(drink|drank|get drunk|get high|smoke weed|vape|use|take|took|been drinking|been smoking|been taking)( \\w+){0,6} (to (sleep|forget|cope|feel|get through|calm|stop|numb|deal|relax|block)|so (i|that|my)|because|every|before school|at school|alone|on my own|more)',
			'(stop|help|helps)( me)? (feel|think|thinking|feeling|forget|cope)( \\w+){0,4} (drink|weed|smoking|pills|vape|vodka)',
			'(cant|{not}) stop (drinking|smoking|taking|using|vaping|doing (it|coke|ket|weed|drugs))',
			'(smok|drink|vap)(e|es|ing)?( \\w+){0,3} to (calm|cope|forget|feel|sleep|get through|deal|numb|relax)',
			'need(s)? (it|a drink|more|them|weed|to smoke) (every|to|more|just)',
			'(cant|{not}) (sleep|cope|get through|function|relax|calm down) (\\w+ )?without',
			'only( \\w+){0,2} (calm|happy|ok|okay|relaxed|sleep|good|normal) when'
		],
		ofOneself: [
			'(drinks?|drinking|smokes?|smoking|drunk|high|vodka|stoned) (\\w+ )?(before|at|in) school',
			'(my|her|his) (mums|dads|nans|parents) (pills|tablets|medication|meds|vodka|wine|drink)',
			'(drinking|smoking|taking|using|pills|tablets|drunk|high|weed|vodka|coke|ket)( \\w+){0,4} (loads|lots|too much|too many|every ?day|every night|all the time|more and more|on (his|her|my) own|alone|cant stop)',
			'(addicted|hooked|addict)',
			'withdrawal\\w*',
			'(some|all|loads|lots|a few|one) of (my|her|his) (\\w+ )?(tablets|pills|medicine|medication|meds)',
			'took something|taken something|took (too many|loads|lots of|some) (pills|tablets)'
		]
	},
	{
		name: 'fear',
		reason: 'Somebody may be afraid of a person, or of going home.',
		alone: [
			'{not} (feel(ing)? )?safe (at|in|with|to|around|when|walking|here)',
			'(feel(s|ing)?|is|im|be|it) unsafe',
			'(scared|afraid|frightened|terrified|worried|scary) (to|of|about) (go|going|be|being) (back )?(home|at home|to (my|her|his))',
			'(i|im|we|she|shes|he|hes) (really |so |too |very |always |proper |a bit |actually )*(scared|afraid|frightened|terrified|petrified)',
			'scare(s|d) (me|us|him|her|my)',
			'({not}|scared to|hate|hates|hating|dread|dreading|afraid to|dont wanna|dont want to|never want to) (want to )?(go|going|be|being|live|living|stay|staying)( back)? (home|at home|at my (mum|dad)s?|there|here|with)',
			'(go|going|gone) home (makes|scares|feels)'
		],
		ofSomeone: ['walk(s|ing)? on eggshells', 'afraid of (him|her|them|{kin}|{partner}|{adult})'],
		ofOneself: [
			'scared|afraid|frighten\\w*|terrif\\w*|petrified|scary|scares?',
			'unsafe|{not} safe|{not} feel safe|feel safe',
			'worried|worries|worrying',
			'panic\\w*|nightmares?|shak(e|es|ing)|trembl\\w*|flashbacks?',
			'hide|hides|hiding|hid',
			'dread\\w*|on edge|trapped|cant escape|no way out|stuck with|cant get (out|away)',
			'get away from|escape',
			'(feel|feels|feeling|felt) (so |really |a bit |very )?(sick|weird|dirty|ashamed|gross|disgusting|uncomfortable|sad|bad|horrible|small|stupid|guilty|like dirt|funny|strange|wrong)',
			'funny feeling|bad feeling|weird feeling|tummy (hurts|ache|feels)',
			'creep(s|y|ed)?|weird(s|ed)? (me|us) out|uncomfortable',
			'go(es)? quiet|tiptoe\\w*|silent when|keep out of (his|her|the) way|stay in my room',
			'(hear|hears|heard|hearing) (his|her|the|their) (car|key|keys|footsteps|door)',
			'car pulls'
		]
	},
	{
		name: 'something that cannot be told',
		reason:
			'Somebody may be carrying something that they were told, or feel they have, to keep to themselves.',
		alone: [
			'our (little |special )?secret',
			'(our|my|his|special) special (game|time|friend|girl|boy)',
			'special game',
			'({not}|cant|scared to|too scared to|afraid to) tell (any ?one|no ?body|someone|my|your|ur|our|his|her|people|the teacher|a teacher|school|police|no one)',
			'(something|smth|someone did|it|what)( \\w+){0,3} happened( \\w+){0,3} (to|with) (me|us|my|him|her|you when)',
			'what happened to (me|us|my|her|him)',
			'did (something|things|stuff|it) to (me|my|her|him|us|someone)',
			'done (something|things|stuff|it) to (me|my|her|him|us)',
			'do(es|ing)? (things|stuff|something|it|that) to (me|us|my|her|him)',
			'(wouldnt|wont|{not}|nobody|anyone|no|will|would|they|someone|to) (ever |will |would |even |really |she |he |they )?believe(s|d)? (me|her|him|us|them|you|it)',
			'said (i|she|he) (was|is|were) (lying|making it up|a liar|attention)',
			'(says|said|saying|thinks) (im|i was|shes|hes) (lying|making it up|a liar|dramatic|being dramatic|attention seeking|crazy)',
			'(if|what happens (if|when|after)) (i|you|u|someone|a kid|a child|my friend|we|she|he) (tell|tells|told|say|says|said|report|reports|speak|spoke|talk|talks|come forward)( \\w+){0,3} (teacher|someone|anyone|school|police|childline|you|something|social|adult|about|what|whats)',
			'(tell|told|speak to|talk to) (you|u|a teacher|someone|the teacher|school|my teacher)( \\w+){0,3} (something|a secret|would|will|do you|have to|about (my|home|what|being))',
			'would (you|u|they|a teacher|teachers|school) have to (tell|report|say|ring|call|phone)',
			'(will|would|do|does|can) (they|you|teachers?|school|the school|childline|social services|the police|police|a doctor|doctors)( \\w+)? (tell|ring|call|phone|contact) (my|your|ur|their|our|the|his|her) (mums?|dads?|parents?|family|home|house)',
			'(without|before) (my|your|ur|their|his|her) (mum|dad|parents?|mum and dad|family|boyfriend|girlfriend|partner|husband)( \\w+)? (finding out|knowing|find out|seeing|hearing|know)',
			'without telling (my|your|ur|his|her|their) (mum|dad|parents?|family)',
			'(get |be |getting |being )?(taken|take|takes|put|puts|sent|send)( \\w+){0,4} (away|into care|in care|off (my|your|their) (mum|dad|parents|family))',
			'into care',
			'how (do|can|could|would|should|does) (i|you|u|someone|somebody|a kid|a child|a person|people|they|my friend)( \\w+)? (tell|get help|ask for help|speak up|report)( \\w+){0,3} (that|about|theyre|they are|something happened|someone about|a teacher|an adult|someone theyre|abuse)',
			'(would|can|could|will) (someone|anyone) help (if|me|us|her|him|my)',
			'^help( me)?$|help me( please)?$|please help',
			'(i|we) (really )?need(s)? (some )?help',
			'who (can|do|should|could) (i|u) (talk|speak|tell|go) ?(to)?( about| if|$)',
			'(number|line|website|place|person)( \\w+){0,4} (wont|{not}) (show|come up|be on|appear)',
			'someone i (trust|trusted) (did|has|hurt|touched|made)',
			'(can|could|want to|wanna|need to) (i )?(\\w+ )?(talk|speak|say something) (to|with) (you|someone|u)|(can|could) i (stay behind|tell you)',
			'told (someone|people|a teacher|my mum|my dad|my parents|the teacher|my friend|school)( \\w+){0,5} (nothing happened|did nothing|didnt do|didnt believe|lying|nobody|not listen|didnt listen|didnt help)',
			'what if the person'
		],
		ofSomeone: [
			'(made|make|makes) (\\w+ )?(promise|swear) not to',
			'in trouble if (someone|anyone|i|they)'
		],
		ofOneself: [
			'secrets?',
			'{not} to (tell|say)|say nothing|say anything|keep (it )?quiet|keep my mouth|between us|tell no ?body|tell no one',
			'promise(d|s)?',
			'(nobody|no one|anyone) (knows?|sees?|can know|will know|must know|listens)',
			'told me (something|about|that|her|his|she|he|not|they|things)',
			'lies? (to|about)|make(s)? me (say|lie|pretend|promise|swear)|said she fell|say i fell|fell (down|over)',
			'(find|finds|found|finding) out',
			'social (worker|services)|childline|refuge|foster (carer|mum|dad|brother|sister)',
			'(is|was|if|are|does|would) (it|that|this)( \\w+){0,2} (my|her|his|your) fault|my fault|her fault|blame(s|d)? (me|my|her|him|us)',
			'(what|if) (happened|happens) (to me|was wrong|was ok)',
			'deserve(s|d)?',
			'is (it|this|that) (even |still |actually |really )?(abuse|rape|illegal|grooming|assault|normal|wrong|allowed)',
			'does (it|that|this) count|what counts as',
			'do about (it|him|her|them)'
		]
	}
];
