import type { Pattern } from './patterns.ts';

/** What somebody may be telling of the people they live with, or are close to. */
export const atHome: readonly Pattern[] = [
	{
		name: 'violence',
		reason: 'Somebody may be being hurt.',
		alone: [
			'(hit|hits|hitting|beat|beats|beating|punch\\w*|slap\\w*|smack\\w*|batter\\w*|thump\\w*|whack\\w*|kick|kicks|kicked|kicking|pinch\\w*|bite|bites|hurt|hurts|hurting|chok\\w*|strangl\\w*|shak(?:es|ing)|burn\\w*|attack\\w*|stab\\w*|shove\\w*|push\\w*|grab\\w*|drag\\w*|throw\\w*) (me|us|my (?:mum|dad|brother|sister|little|baby|friend|mate|nan|stepmum|step|cat|dog))',
			'(hit|hurt|beaten|abused|harmed|unsafe) (\\w+ )?(at|in) (home|the house|their own|their house)',
			'({kin})( \\w+){0,3} (hit|hurt|fight|push|scream at|hate)( \\w+)? each other',
			'hands? (round|around|on|over) (my|her|his|our) (neck|throat|mouth)',
			'(hold|held|had|got|grab\\w*|squeez\\w*) (\\w+ )?(my|her|his|me by|her by|him by)( the)? (neck|throat|hair)',
			'(my|her|his) (throat|neck)',
			'(hit|hits|hurt|hurts|hurting|hitting|beats|beating) ({kin}|{partner}|(?:my|her|his|your|their) (?:mum|dad|brother|sister|wife|husband|girlfriend|boyfriend|kids|children))( \\w+)? (again|on|when|every)'
		],
		ofSomeone: [
			'(get|gets|getting|got|being|been|be) (hit|beat|beaten|beat up|beaten up|battered|slapped|punched|smacked|kicked|jumped|strangled|choked|abused|hurt|whipped|bashed)',
			'(hit|hits|hitting|beat|beats|beating|punch\\w*|slap\\w*|smack\\w*|batter\\w*|kick\\w*|hurt|hurts|hurting) (him|her|them|someone they|you|u|their (?:kid|child|girlfriend|boyfriend))',
			'bruise\\w*|black eye',
			'chok\\w*|strangl\\w*|throttl\\w*'
		],
		ofOneself: [
			'hit|hits|hitting|hitted',
			'beat(s|en|ing)?( up)?',
			'punch\\w*|slap\\w*|smack\\w*|batter\\w*|thump\\w*|whack\\w*|clout\\w*|wallop\\w*|headbutt\\w*|whip\\w*|kick(s|ed|ing)?|spank\\w*',
			'pinch\\w*|bit(es|e|ing)?|pull(s|ed|ing)? (my|her|his) hair|twist\\w*|shov(e|es|ed|ing)|push(es|ed|ing)?|grab\\w*|drag\\w*|pin(s|ned|ning)? (me|her|him)',
			'bruise\\w*|black eye|bleed\\w*|blood|marks? on|broke (my|her|his)',
			'hurt|hurts|hurting|harm\\w*',
			'violen\\w*|attack\\w*|abus(e|es|ed|ing|ive)|assault\\w*',
			'(throw|throws|throwing|threw|chuck\\w*) (things|stuff|plates|cups|a|the|her|him|me|my|his)',
			'smash\\w*|break(s|ing)? (things|stuff|the door|my|her|down)|broke down|punch(es|ed)? (walls|doors|the)|kicks? (off|the door)|door down|wreck\\w*|slam\\w*',
			'(the |his |her |a )(belt|slipper|shoe|cable|stick|wooden spoon|cane|hanger|whip)',
			'knife|gun|weapon',
			'hands? on|lays? (a )?(finger|hand)|raise(s|d)? (his|her) (hand|fist)|fists?',
			'(gets?|got|turns?|turned|is|be|so|too|really|a bit) (physical|rough|violent|aggressive|nasty)'
		]
	},
	{
		name: 'shouting, anger and put-downs',
		reason: 'Somebody may be living with anger, threats or being put down.',
		ofSomeone: [
			'threat\\w*',
			'(being|gets|get|is|be|so) (so |really |always |too )*(angry|mad|violent|aggressive|horrible) (all|at|with|every|when|because)'
		],
		ofOneself: [
			'angr(y|ier)|anger|rage\\w*|temper|kick(s|ing)? off|los(es|ing|t) it|flip(s|ped|ping)? (out)?|explode\\w*|moods?|moody|lash(es|ing)? out|furious|drama(tic)?',
			'(go|goes|went|gets?|getting|got) (\\w+ )?(mad|mental|crazy|mardy|ballistic|nuts|weird|funny|off|jealous|upset|aggy)',
			'shout\\w*|yell\\w*|scream\\w*|swear\\w*|roar\\w*',
			'(call|calls|called|calling) (me|her|him|us|my) (\\w+ )?(names?|stupid|fat|ugly|thick|worthless|useless|slag|slut|bitch|pathetic|lazy|dumb|idiot|mental|horrible|a|an)',
			'(says|said|tell|tells|told|telling|saying)( \\w+){0,2} (im|i am|shes|hes|she was|he was|i was) (\\w+ )?(stupid|fat|ugly|thick|worthless|useless|nothing|pathetic|mistake|burden|bad|disgusting|horrible|crazy|lazy|not good|never|the problem|lucky|mature|special)',
			'(horrible|nasty|mean|cruel|evil|vile|awful|rude) (to|things|names|stuff|about)?',
			'horrible|cruel|evil|nasty',
			'wish(es|ed)? (she|he|they|i)( had| was| were|d)? (never|not|wasnt|werent)',
			'put(s|ting)? (me|her|him|us) down|humiliat\\w*|embarrass\\w*|mak(e|es|ing) fun|laugh(s|ed|ing)? at|belittl\\w*|insult\\w*',
			'({kin}|{partner}|{he})( \\w+){0,3} ignor\\w*|silent treatment|{not} (spoken|speak|talk|talked|talking|speaking) to (me|us|her)',
			'(always|keeps?|then|is|hes|shes|says|said|saying) (\\w+ )?sorry|sorry after|apologises|apologised',
			'({kin}|{partner}|{he})( \\w+){0,6} stress\\w*|takes? it out on',
			'(makes?|made|making) (me|her|him|us|my \\w+) (\\w+ )?(feel|cry|sad|scared|upset|think|hate|so|nervous|anxious)',
			'like (dirt|crap|rubbish|a slave|im nothing)',
			'hate(s|d)? (me|us|him|her|them|my|being|living)',
			'{not} (love|want|like|care about) (me|us)|never (loved|wanted|had me)|favourite|treats? (me|us|her|him)'
		]
	},
	{
		name: 'control',
		reason: 'Somebody may be being controlled or watched by a person close to them.',
		alone: [
			'(make|makes|made|making|force\\w*) (me|us) ',
			'(being|been|get|gets|getting|am|im|was|hes|shes) (made|forced|blackmailed|controlled|threatened|pressured|groomed|stalked|followed|trafficked|exploited)',
			'({not}) (let|lets|letting|allow|allows) (me|us|her|him|my)',
			'(im|we|shes|hes|i was|she is|he is|were) (not|never|hardly|barely|only) (even )?(allowed|aloud)',
			'({not}) (allowed|aloud)'
		],
		ofSomeone: [
			'(boyfriend|girlfriend|partner|{he}|ex) (\\w+ )?(controls?|controlling|tracks?|tracking|decides?|chooses?)',
			'ask (\\w+ )?(boyfriend|girlfriend|him|her|partner|husband|permission)'
		],
		ofOneself: [
			'control\\w*|manipulat\\w*|gasli\\w*|coerc\\w*|possessive|obsess\\w* with (me|her|him|my|us)|jealous of (me|my|him|her)|{partner} (\\w+ )?(is |gets |so |really |very |always |too )*jealous',
			'(allow|allows|allowed|aloud|permission)',
			'(check|checks|checked|checking|read|reads|reading|go|goes|going|went|look|looks|looking|search\\w*) (\\w+ )?(\\w+ )?(my|her|his|your|our|their) (\\w+ )?(phone|messages|texts|dms|snap|instagram|bag|room|stuff|things|whatsapp|location|snaps|emails?|mums)',
			'(my|your|her|his|our) (\\w+ )?(password|passwords|passcode|location|logins?|pin|snap maps?)|deletes?|deleted|block(s|ed)? (my|her|all|people|boys|girls)',
			'track\\w*|air ?tag|spy\\w*|find my|snap ?maps?|hidden camera|cameras?',
			'(tell|tells|told|telling) (me|her|him|us|you) (what|who|where|when|how) |(decides?|chooses?|chose|picks?) (what|who|where|when|my|her|his|your)',
			'what (i|she|he|to) (wear|wears|eat|do|say|can)|who (i|she|he) (see|talk|hang|can|speak|am|is|sees)',
			'(keep|keeps|take|takes|took|has|control\\w*|spends|hides)( \\w+)? (all |her |my |his |the |our )+(money|wages|card|bank|pay|phone|keys|passport|benefits)|smash\\w* (my|her) phone|(ask|beg) (\\w+ )?(him|dad|her) for (everything|money)|for everything',
			'lock(s|ed|ing)?( \\w+){0,3}( in| out| up| the door| door)?',
			'({he}|{partner}|{kin}|him|her|them)( \\w+){0,8} (if|when|unless|every time|whenever) (i|she|he|we|you) (\\w+ )?(leave|left|break up|broke up|end it|dump|say no|said no|tell|dont|talk|speak|go out|see|do|reply|answer|refuse)',
			'leave (him|her|them|my)|left (him|her|my dad)|break(ing)? up with (him|her|my)|cant leave|get out of|stuck',
			'my friends or|(see|have|talk to|any) (\\w+ )?(friends|boys|girls|family)',
			'(follow|follows|followed|following)',
			'all day|every (5|five|ten|10) minutes|50 times|constantly|every time i|keeps (ringing|calling|texting|messaging|asking|accusing|saying|trying|telling)|accus\\w*',
			'decides|chooses|chose my|in charge of',
			'punish\\w*|ground(ed|s) for|scares|guilt\\w*'
		]
	},
	{
		name: 'harm between adults at home',
		reason: 'A child may be living with abuse between adults.',
		alone: [
			'(mum and dad|my parents|mum and stepdad|dad and mum|they|your parents) (always |just |are |are always |keep |all night |really )*(fight|fighting|hit|hurt|scream|screaming)( each other)?',
			'(hit|hits|hurt|hurts|hurting|push|pushed|pushes|punched|slaps|slapped|beats|strangled|choked|kicked|threatens|threatened|controls|scared of|screams at|shouts at) (my |our |his |her |your |their )?(mum|mummy|dad|daddy|mother|stepmum|nan|mums|parents)',
			'(mum|mums|dad|nan|sister|mummy) (\\w+ ){0,3}(being|getting|gets|got|is|was) (hurt|hit|beaten|abused|bruised|attacked)',
			'(away|hide|hiding|moved|escape|run|ran) (\\w+ )?from (my )?(dad|mums ex|stepdad|mum)',
			'(prison|jail|arrested|court|restraining order|injunction|{not} allowed near|{not} allowed to see)( \\w+){0,6} (hurting|hitting|my mum|us|me|mum)',
			'leave (my )?dad|mum (leave|to leave)'
		],
		ofOneself: [
			'(mum|dad|parents|stepdad|stepmum|mummy|daddy)s?( \\w+){0,5} (fight|fights|fighting|argue|argues|arguing|row|rows|rowing|scream|screaming|crying|cries|cry)',
			'(fight|fights|fighting|arguing|argue|shouting)( \\w+){0,4} (mum|dad|parents|home|night|door|wall|downstairs)',
			'through the wall|in the wardrobe|in the bathroom|under the bed|in (our|my) clothes|in the car',
			'({kin}|{partner}|him|he)( \\w+){0,8} (police|arrested|prison|court)|(police|arrested|prison)( \\w+){0,8} ({kin}|{partner}|him)|ambulance',
			'refuge|moved (house|here|away)|found us|find us|finding us|come back|(let|lets) (him|her) (back|in)'
		]
	},
	{
		name: 'going without',
		reason: 'A child may be going without food, warmth, sleep or somebody to look after them.',
		alone: [
			'(i|im|we|were|shes|hes|she|he|they)( am| is| are)?( \\w+)? (hungry|starving)',
			'{not} (have|got|get|gets|give|gives|given|any|enough|be) (\\w+ )?(\\w+ )?(food|dinner|tea|breakfast|lunch|bed|clean|heating|hot water|electric|anything to eat|coat|shoes that|money for food)',
			'(no|never any|never|no more|any) (\\w+ )?(food|dinner|tea|heating|hot water|electric|electricity|gas|bed|breakfast|clean clothes)( \\w+)? (at|in|for|on|and|because|until|when|mum|is|at all|left)',
			'{not} (have|got) (\\w+ )?(heating|food|hot|a bed|beds|dinner|gas|electric|water|furniture)',
			'no (tea|dinner|food|heating|hot water)$',
			'(leave|leaves|left|leaving) (me|us|my (?:brother|sister|little)|kids|them|him|her|you|their kids|children|the baby)( \\w+){0,6} (alone|own|ourselves|myself|night|overnight|weekend|hours|days)',
			'(fridge|cupboards?) (\\w+ )?(empty|lock\\w*|nothing)|(empty|locks?|locked|locking|nothing in)( the| our)? (fridge|cupboards?)'
		],
		ofSomeone: [
			'({not}) (feed|feeds|fed|look after|looks after|clean|wash|washes|care)( \\w+)?( kids?| child\\w*| them| him| her)?'
		],
		ofOneself: [
			'hungry|starving|{not} (\\w+ )?(food|fed|feed)|eat (after|last|with the rest|in my room|separate)|(no|get no|without) (tea|dinner|food)|gets? all the food',
			'(look|looks|looking|take|taking) (after|care of)|care for|cook(s|ing)?( for)?|(do|make|makes|doing|making|cook) (everything|all the|the washing|the food|dinner|tea|breakfast)|put (them|him|her) to bed|like (a|the) (parent|mum|maid|slave|servant)',
			'on (our|my|their|his|her|your) own|home alone|by (myself|ourselves)|alone',
			'mould\\w*|filthy|disgusting|dirty|rats|same clothes|smell(s|y)? because|wash(es)? (my|our)|broken|damp|cold (at|in|house)|freezing',
			'(sleep|sleeps|sleeping|slept) (on|in) (the|a|my|our|an|their)( \\w+)? (floor|sofa|settee|car|bath|shed|garage|clothes|chair|garden)',
			'in bed|out of bed|forgets? (to|about|me|us)|pick (me|us) up|evict\\w*|food ?bank|{not} (take|took|let|see) (\\w+ )?(\\w+ )?(doctor|dentist|hospital)',
			'{not} (home|there|at home|come home|came home)|goes out and|every night|days at a time|{not} care'
		]
	},
	{
		name: 'drinking or drugs at home',
		reason: 'A child may be living with somebody’s drinking or drug use.',
		alone: [
			'(stop|help|get) (my|ur|your|our|his|her) ({kin}|{partner}) (\\w+ )?(stop )?(drinking|drugs|taking|smoking weed|using)'
		],
		ofSomeone: [
			'({kin})( \\w+){0,6} (always |too |really |so |is |are |gets? )*(drunk|high|passed out|wasted|stoned|off (?:his|her|their) (?:head|face)|addict\\w*|alcoholic|rehab)',
			'({kin})( \\w+){0,3} (?:take|takes|taking|on|use|uses|using|sell|sells) (drugs|weed|coke|cocaine|heroin|crack|pills)',
			'{whose} ({kin})( \\w+){0,6} (drugs|weed|coke|cocaine|heroin|crack|needles|dealer|deals|pills|tablets)'
		],
		ofOneself: [
			'({kin}|{partner}|{he})( \\w+){0,8} (drunk|drink|drinks|drinking|drank|drugs|high|stoned|passed out|wasted|using|needles|pills|addict\\w*|alcoholic|alcohol|vodka|bottle|bottles|cans|hungover|too much|rehab)',
			'(drunk|drinking|drinks|drink|high|drugs|smoking)( \\w+){0,8} ({kin}|{partner}|{he})',
			'drink (beer|alcohol|wine|it) with|(gives?|made|makes|giving) (me|us) (\\w+ )?(drink|beer|alcohol|drugs|weed)'
		]
	},
	{
		name: 'running away',
		reason: 'Somebody may have left home, be thinking of it, or have been told to go.',
		alone: [
			'(run|runs|ran|running) away( from (home|my|care|here))?',
			'runaway',
			'leave home (if|because|when|cos)',
			'(kick|kicked|kicks|kicking|throw|throws|threw|thrown|chuck\\w*) (me|us|her|him|my (?:brother|sister|friend)) out',
			'(been|get|got|being|be|was) (kicked|thrown|chucked) out',
			'(nowhere|no where|anywhere|somewhere|where can i|where do i)( safe| else)? (to )?(go|live|sleep|stay)',
			'sofa surf\\w*|sleep(ing)? rough|sleeping at (different|other|my|friends|mates|whoevers)'
		],
		ofOneself: [
			'homeless|leave home|move out|live (with|at) (my|someone|a|anyone) (\\w+ )?(nan|aunt\\w*|friend|mate|dad|mum|else)|(throw|kick|chuck|lock|locks|locked) (me|us|her|him) out|missing|cant go home|out all night|get out of (my|this|here)'
		]
	},
	{
		name: 'forced marriage, honour or being cut',
		reason:
			'Somebody may be at risk of a forced marriage, of being cut, or of so-called honour-based abuse.',
		alone: [
			'(my|our|her|his|your) ({kin}|parents|mum and dad)( \\w+){0,6} (marry|married|marriage|engaged|wedding|husband|wife for)',
			'(find|found|choose|chose|chosen|picked|arranged)( \\w+){0,3} (husband|wife|someone to marry|a man to marry|marriage for (?:me|my|her))',
			'(dont|doesnt|didnt|not) (\\w+ )?(\\w+ )?(marry|get married|the wedding|be engaged)',
			'(made|make|makes|making|force|forced|forcing|have|has|having|sent|take|taken|taking|fly)( \\w+){0,5} (marry|married|marriage|engaged|get married)',
			'(the|be|been|get|got|getting|being) (cut|cutting|circumcis\\w*) (on|done|down|in|when|there|like|at)?( my| our| her| the)? ?(little |baby )?(sister|cousin|me|holiday|girls|summer|abroad|down there)?$',
			'for the cut(ting)?|do(ing)? the cut|cut (girls|down there|my sister|the girls)|going to (be|get) cut|fgm (done|on|to)',
			'(send|sending|sent|take|taking|taken|fly|go|goes) (\\w+ )?(\\w+ )?(back home|back to (?:my|our|the|their)|abroad|to another country|to a different country|out of the country|away) (\\w+ )*(to marry|and marry|for good|forever|because|if|when|unless|married)'
		],
		ofOneself: [
			'marry|married|marriage|engaged|engagement|wedding|rishta',
			'sham(e|ed|ing|ful)|honou?r|izzat|disown\\w*|dishonou?r\\w*|reputation|bring(ing)? (\\w+ )?shame|community|respectable|virgin\\w*',
			'abroad|another country|different country|back home|passport|one way ticket|my parents country',
			'circumcis\\w*|fgm|the cut|cutting|ceremony|special (party|celebration|holiday)|become a woman',
			'({kin})( \\w+){0,8} (gay|lesbian|trans|bi)|(gay|lesbian|trans|bi)( \\w+){0,8} ({kin})'
		]
	}
];
