import type { Pattern } from './patterns.ts';

/** What somebody may be telling of people outside the home, of pictures, and of a friend. */
export const others: readonly Pattern[] = [
	{
		name: 'sexual harm',
		reason: 'Somebody may have been touched, pressured or harmed sexually.',
		alone: [
			'touch(es|ed|ing)? (me|my|us|her|him|someone|kids|you (?:and|when|where|there))',
			'(made|make|makes|making|forced|forces|wants|wanted|asked|asks|told) (me|her|him|us|my \\w+)( \\w+)? (to )?(touch|kiss|do (?:it|stuff|things|that|sexual)|watch|undress|take off|get naked|have sex|sleep with|suck|strip)',
			'(i|she|he|they|you) (\\w+ )?(said no|told (?:him|her|them) no|said stop|didnt want (?:to|it)|dont want it|never wanted)( but| and| when| enough| because| to him| it| to|$)',
			'({not}) (\\w+ )?say no|say no (but|because|to (him|her|them)|and)|take no for an answer',
			'kept (asking|going|trying|pushing|on|saying)',
			'(is|was|does|would) (it|that|this)( \\w+){0,3} (rape|assault|sexual assault|abuse|grooming)',
			'rap(ed|ing|es) (me|her|him|my|someone i)|(been|got|was|were) (raped|groped|molested|assaulted|spiked|groomed|touched|abused)',
			'in my bed(room)?|into my bed(room)?|in (her|his) bed(room)?|come(s)? (in|into) (my|her|his|your|our) (room|bed|bedroom)',
			'(had|having|have|has) (\\w+ )?sex (with|because|when|and)',
			'watch(es|ing|ed)? (me|her|him|us) (\\w+ )?(get|in|when|while|shower|chang\\w*|undress\\w*|sleep\\w*|change)',
			'(woke|wake|waking) up (and|with|to|next|in|on)',
			'up (my|her) (skirt|top|dress)|down (my|her|his) (pants|trousers|top)|(my|her|his) (skirt|bra|bum|boobs|privates?|private parts?)',
			'(mature|grown up|special|older) for (my|her|his|your) age',
			'(he|she|hes|shes|guy|man|boyfriend|girlfriend|he is|she is) (is )?(?:\\d\\d )?(?:and )?(1[89]|2\\d|3\\d|4\\d|5\\d)\\b',
			'(im|i am|shes|hes|she is|he is) (only |just )?(9|1[0-5]) (and|but|he|she|my)'
		],
		ofSomeone: [
			'touch(es|ed|ing)? (you|u|them|kids|children)|being touched|inappropriate\\w*',
			'(show|shows|showed|showing) (you|u|me|them|her|him|kids|a kid|us) (\\w+ )?(rude|dirty|sex\\w*|naked|porn|his|bad)',
			'forced? (\\w+ )?(to|into) (have sex|do|kiss|something)',
			'(i|she|he|you|they|someone) (were|was|are|is) (asleep|passed out|unconscious|too scared|scared)|(i|she|he|you|they) (were|was) (drunk|high)',
			'fight back|too scared to say|because (you|i|she|he) (were|was|am|is) (scared|afraid|drunk)'
		],
		ofOneself: [
			'touch\\w*|grop\\w*|molest\\w*|rape\\w*|assault\\w*|finger\\w*|feel(s|ing)? (me|her) up|grind\\w*',
			'sex|sexual|sexually|sexy|condom|protection|wear anything|pregnant|unprotected|pull out|morning after|sti',
			'naked|undress\\w*|underwear|knickers|pants|changing|get(s|ting)? changed|shower|showers|bath|baths|bathed',
			'(on|sit on|sits on) (his|her) (lap|knee)|kiss(es|ed|ing)?|cuddl\\w*|tickl\\w*|hug(s|ged|ging)?|strok\\w*|massage\\w*|stands? (so |too |really )?close|stares?|staring|perv\\w*|creepy',
			'(my|her|his|our) (bed|bedroom|room)( at night| in the night)?|at night|when (everyones|mums|no ones|nobodys|im) (asleep|out|there|alone|here|in bed)|on (my|her|his) own with|get me (alone|on my own)',
			'(if|said) (i|you) (really )?loved? (him|her|me)|prove (i|my|that)|owe(s)? (him|her) (sex|it)|been together|everyone (does|is doing) it|couples do|pressur\\w*|pushed? me into|{not} ready|persuad\\w*|beg(s|ged|ging)?|guilt trip\\w*',
			'down there|private|privates|where (my|her) (bra|pants)|porn\\w*|rude|dirty (videos?|pictures?|things|jokes)|things on his phone',
			'changed my mind|froze|remember (what|anything|it|the night)|clothes were|woke up|spiked|drink spiked|too drunk|blacked out|passed out',
			'groom\\w*|older (man|men|boyfriend|guy|guys|boy|boys|girl)|older than|age gap|years older|(is|hes|shes) (17|18|19|2\\d|3\\d|4\\d)',
			'game|games|play(s|ed)? (with|games)|checks? (me|her|him)|examin\\w*|bathtime|bath time',
			'(text|texts|texting|texted|messages?|messaged|messaging|dms?|snaps?) (me|her|him|my|us)|at night'
		]
	},
	{
		name: 'pictures and people online',
		reason:
			'Somebody may be pressed for pictures, threatened with them, or spoken to by someone who means harm.',
		alone: [
			'(send|sends|sent|sending)( \\w+){0,5} (pic|pics|picture|pictures|photo|photos|nude|nudes|video|videos|one of (?:me|my))( \\w+){0,6} (if|or|and|of me|to|me|him|her|now|when|then|says|wants|but|because)',
			'(want|wants|wanted|ask|asks|asked|asking|keeps|told|made|makes|tells|telling|begging)( \\w+){0,6} (for|send|me|her) (\\w+ )?(\\w+ )?(pic|pics|picture|pictures|photo|photos|nude|nudes|video|videos)',
			'(pic|pics|picture|pictures|photo|photos|nude|nudes|video|videos|snap|screenshot)s? (\\w+ )?(of|with) (me|my|us|her|him|someone in)',
			'(my|me|her|his) (\\w+ )?(nude|nudes|pics|pictures|photos|photo|picture|video)',
			'(share|shared|shares|sharing|post|posted|posting|leak\\w*|send|sent|sending|show|showing|showed|spread\\w*|put)( \\w+){0,4} (my|of me|me|her|his|our) (\\w+ )?(nude|nudes|pics|pictures|photos|photo|picture|video|online|everywhere|to everyone)',
			'(has|have|got|took|kept) (\\w+ )?(nude|nudes|pics|pictures|photos|videos?|a video|a pic|a photo|a picture) of you',
			'blackmail(s|ed|ing)? (me|her|him|my)|sextort\\w*',
			'(sent|send|sending) (something|stuff|one|things|it|a \\w+)( \\w+)? to (someone|him|her|them|a (guy|man|boy|girl))|want(s)? more (of|pics|pictures|from|$)|now (he|she|they) want(s)? more',
			'(post|posting|leak|leaking|share|send|show|put)( \\w+){0,5} (if|unless) (i|she|he|we)|so they {not} post',
			'(has|have|got|took|taken|made|make|making|filmed|filming|recorded) (\\w+ )?(a |an |some |the |my |ai |fake )*(nude|nudes|naked|video|videos|pictures|pics|photos|ai|deepfakes?|film)( \\w+){0,2} (of|with) (me|my|us|her|him|someone|girls)',
			'(fake|another|new|a) (\\w+ )?accounts? (of|about|with|as|pretending) (me|my|her|him)|fake account',
			'someone( \\w+){0,3} online|someone (i|she|he|you) (met|talk|talks|speak|chat|chats)',
			'(man|guy|boy|person|bloke|woman|stranger|lad|adult)( \\w+){0,6} (online|on (?:snap|instagram|tiktok|discord|roblox|fortnite|whatsapp|a game|my game|xbox|ps5|minecraft|the internet|an app))',
			'online (\\w+ )?(friend|boyfriend|girlfriend|man|guy|person)|(boyfriend|girlfriend|friend) online',
			'(wants|want|asked|asking|asks|going) (\\w+ )?to meet (\\w+ )?(me|up|him|her|them|us|someone)|meet(ing)? (up )?(with )?(someone|him|her|a (?:guy|man|boy|girl)) (from|online|off|i met)',
			'(says|said|pretend\\w*|lied) (\\w+ )?(\\w+ )?(hes|shes|he is|theyre|to be) (\\w+ )?(1\\d|my age|a kid|younger|but)'
		],
		ofOneself: [
			'nude|nudes|pics?|pictures?|photos?|videos?|selfies?|webcam|screenshots?|cam|film(s|ed|ing)?|record(s|ed|ing)',
			'blackmail\\w*|leak\\w*|expos(e|ed|ing)|spread\\w*|deepfake\\w*|\\bai\\b|going round',
			'online|internet|snap|discord|roblox|instagram|tiktok|on a game|met (on|through)|in real life|catfish\\w*|stranger|trolls?|hack(ed|s|ing)|group chat'
		]
	},
	{
		name: 'being used by others',
		reason: 'Somebody may be being used to carry, hold or sell, or be in debt or under threat.',
		alone: [
			'(ask|asks|asked|asking|make|makes|made|making|want|wants|wanted|tell|tells|told|get|gets|getting|forced|forcing|pay|paid) (me|him|her|us|my \\w+|kids|someone|people|them)( \\w+)? (to )?(carry|hold|deliver|drop|sell|take|keep|stash|hide|transport|pick|move|shot|deal|run|do)',
			'(carry|carrying|hold|holding|keep|keeping|hide|hiding|stash\\w*|deliver\\w*|drop\\w*|mov\\w*)( \\w+){0,3} for (him|them|her|someone|people|some|these|older|a|my|mates)',
			'(i|he|she|they|we|brother|sister|mate|friend|cousin|ive|hes|shes|theyre) (\\w+ )?(owe|owes|owed|owing)',
			'(is|hes|shes|are|im|started|been|was|people) (\\w+ )?(selling|shotting|dealing|running|trapping|carrying)( \\w+){0,3} (for|to|older|some|drugs|weed|stuff|a|and|knife|blade)',
			'(some|these|those|an|the|few|his|her|two|with) (older|bigger) (boys?|lads?|men|man|guys?|people|kids?|girls?|friends?|ones?)',
			'(buy|buys|bought|buying|gives?|gave|giving|got|gets) (me|her|him|us|my \\w+) (\\w+ )?(\\w+ )?(things|stuff|presents?|gifts?|clothes|trainers|phones?|money|drinks?|vapes?|weed|lifts?|food|cash|new|nice|everything|alcohol|drugs|cigarettes|takeaways?)',
			'(give|gives|gave|giving|offer\\w*|get) (me|her|him|us) (a )?lifts?',
			'(in|joined|join|leave|part of|out of|with) (a|the|his|her|this|that) gang|gang (and|they|want|is|are|make)',
			'do (\\w+ )?(them|him|her|someone|people) (a )?favours?|favours? (for|back)',
			'make(s)? (you|u|me|him|her|people) sell|cant get out|wont let (me|him|her) (out|leave|stop)',
			'(get|got|getting|been|being|was|going to get|gonna get|will get) (stabbed|jumped|shot|killed)|(stab|kill|shoot|jump|hurt|get|beat|do) (me|my (?:mum|dad|brother|sister|family|friend|mate|dog)|us)( \\w+)?( if)?$',
			'(i|he|she|they|mate|friend|brother|hes|shes|ive) (\\w+ ){0,3}(a |his |the )?(knife|blade|shank|weapon|something for protection)|for protection',
			'(use|using|lend|put|through|into) my (bank|account|card)',
			'(pay|paying) (them|him|her)( back)?( so| or| money| not|$)|make(s)? me pay|dinner money'
		],
		ofSomeone: ['looking for (me|him|her|us)|after (me|him|us)'],
		ofOneself: [
			'owe|owes|debt|owed',
			'sell|selling|deals|dealer|dealing|trap|carry(ing)?|package|parcel|bag for|hold (it|something|this|drugs|weed)|hold drugs|delivery|county lines|gang\\w*',
			'men|lads|{older}|some (boys|people|men|guys|lads)',
			'knife|stab\\w*|blade|weapon|jump(ed)?|gun|shank',
			'lifts?|hotel|parties at|party at|free (\\w+ )?(drink|drinks|weed|vapes|stuff|alcohol)|be nice to (him|his|them|her)|money for|gives? (me|us|her) money|pay(s)? (me|for me)|train to|two phones|burner|favour',
			'threaten\\w*|make(s)? me|or else|or (they|he|she|hell|theyll|shell)'
		]
	},
	{
		name: 'following and not leaving alone',
		reason: 'Somebody may be being followed, watched or not left alone.',
		alone: [
			'(follow|follows|followed|following|stalk\\w*|watch|watches|watching) (me|her|him|us|my (?:mum|sister|friend)|you|u)( \\w+)?( home| everywhere| to| around| from| after| when|$)',
			'(turn|turns|turning|turned|show|shows|showing) up (at|outside|to|where|everywhere)',
			'(outside|waiting|waits|wait) (outside )?(my|our|her|his) (\\w+ )?(house|school|work|window|door|job|class)',
			'(wont|doesnt|{not}) (stop|leave) (me|us|her|him|messaging|texting|ringing|calling|following|contacting|asking|touching|hurting|bothering|watching|coming|trying|shouting)( alone)?',
			'leave (me|us|him|her) alone',
			'(tracker|tracking|airtag|air tag|tracks)( \\w+){0,3} (my|me|her|him|phone|location|bag)',
			'(knows?|finds? out|found out) where (i|we|she|he) (am|are|live|lives|is)',
			'(keeps?|kept) (finding|following|messaging|texting|ringing|calling|phoning|turning|coming|waiting|watching|touching|hurting|hitting|trying|making|sending|adding)',
			'(made|makes|making|keeps making) (\\w+ )?(new|fake|other) accounts?'
		]
	},
	{
		name: 'hurt by other young people',
		reason: 'Somebody may be being hurt or picked on by other young people.',
		alone: [
			'(bully|bullies|bullied|bullying) (me|him|her|us|my)|(im|am|was|got|keep getting) (being |getting )?(bullied|picked on|jumped|cyberbullied|harassed|followed)',
			'(everyone|everybody|people|they|kids|girls|boys|the boys|the girls|someone|somebody|the older kids|lads)( \\w+){0,4} (tell|tells|told|telling|call|calls|called|calling|laugh|laughs|laughing|hate|hates|hit|hitting|push|pushing|film|filming|pick|picks|picking|spread|spreading|grab|grabbing|touch|touching|hurt|hurting|kick|threaten\\w*|make|makes|making|pull|pulling|throw|throwing|steal|stealing|take|taking|post|posting|send|sending|show|showing|say|saying|put|putting|share|sharing) (\\w+ )?(\\w+ )?(me|my|us|him|on me|at me|stuff about me|things about me|about me)',
			'teachers? (\\w+ )?{not} (do|care|listen|help|believe|see)( anything)?'
		],
		ofOneself: [
			'bull(y|ied|ies)|bullying (me|him|her|my)|picked on|pick on|harass\\w*|cyberbull\\w*|gang up|rumou?rs?|racist|homophobic|slurs?|threw (\\w+ )?at|spit\\w*|steal\\w*'
		]
	},
	{
		name: 'one’s own behaviour',
		reason: 'Somebody may be worried about what they do to others, or are made to do.',
		alone: [
			'i (\\w+ )?(hit|hurt|push|pushed|slapped|punched|choked|scare|control|check|checked|threatened|forced|made|shouted at) (\\w+ )?(my )?(girlfriend|boyfriend|partner|ex|her|him|sister|brother|mum|mates?|friends?)',
			'i (get|got|am|feel) so (angry|mad|jealous)|how do i (stop|control) (hurting|hitting|being violent|my anger|being angry|myself|getting angry|shouting)',
			'(make|makes) me (want to|wanna) (hurt|hit|kill|punch|die|run)|(hurt|kill|stab) (someone|somebody|people|them)$'
		]
	},
	{
		name: 'somebody being harmed',
		reason: 'Somebody may be telling of abuse by its name.',
		alone: [
			'(am|im|shes|hes|got|{kin} is|{peer} is|i was|was i|am i) (being |getting |been )?(abused|groomed|exploited|trafficked|neglected|stalked|harassed|raped|assaulted|molested|hurt at home|hurt)',
			'{whose} ({kin}|{partner}|{peer}|{adult})( \\w+){0,3} (abus(?:e|es|ed|ive|ing)|violent|paedo\\w*|pedo\\w*|groomer|rapist|controlling|alcoholic|addict)',
			'(asking|ask|askin|question|this is) for (a |my )?(friend|mate|someone)',
			'(going on|happening|happens|goes on|wrong|trouble|problems?|things|stuff)( \\w+)? (at|in) (home|my house|our house|hers|his house|my family|the house)',
			'(is|its|it) (about|to do with) (someone|something|a thing|my|somebody)( \\w+)? (in my|family|home|happening|dad|mum)',
			'(is it|its|is this|is that) (\\w+ )?(normal|ok|okay|bad|wrong|weird|abuse|illegal|legal|allowed|right|fair|rude|my fault|against the law)( \\w+)?( if| that| when| for| how| to be)( \\w+)? (my|your|ur|youre|his|her|their|our) (\\w+ )?({kin}|{partner}|mum|dad)',
			'(do|are|is|does) (all|every|other|most) (dads?|mums?|parents?|families|family|boyfriends?|girlfriends?|stepdads?|people s|couples|brothers) ',
			'(help|save|protect|look after|worried about|worry about|get) (my|her|his|your) (\\w+ )?(mum|sister|brother|friend|mate|nan|dad)( \\w+){0,3} (hurt|hit|scared|from|leave|safe|danger|out|abused|harm|dad|because|when)',
			'(i|im|we) (\\w+ )?(think|know|worried|sure|scared)( \\w+){0,4} (friend|mate|sister|brother|mum|cousin|someone|neighbour|girl|boy|kid)s?( \\w+){0,4} (being|abus\\w*|hurt|groom\\w*|hit|danger|unsafe|depress\\w*|cutting|drugs|trouble|ill|eating|not ok|beaten)',
			'^(and |but |so |because |sometimes |when |what if |why does |why do |why is |is it ok |is it bad )?(he|she|hes|shes|hell|shell|theyre|theyll) ',
			'(hurt|hurts|hurting|hit|hits|hitting|touch|touches|shout at|beat|beats|scare|scares) (kids|children|a kid|a child|their (?:kids|children|child|own|wife|girlfriend|families))',
			'(force|forced|forces|make|makes|made|making) (you|u) (to |do|feel|have|go|lie|keep|take|say|send|carry|marry)|(made|makes|make|forced) (you|u)$',
			'(do|did|does|done|doing|happened|happens) (it |that |this |things |stuff |something )?(\\w+ )?to (you|u)( |$)',
			'help (for|with|to) (a|my|someones?) (friend|mate|sister|brother|mum|dad|cousin)',
			'(stay|stays|staying|stayed|leave|leaving|left|love|loves|go back|goes back|went back|live|living) (with |to )?him',
			'(groom|blackmail|stalk|abus|follow|controll|hurt|touch|threaten|us|forc|mak|pressur)(ing|ming) (you|someone|a kid|a child|kids|children)( |$)',
			'stop (someone|him|her|them|people|my \\w+|your \\w+|a \\w+) (?!smoking|vaping)\\w+ing',
			'get (my|a|your) (friend|mate|sister|brother|mum|dad|cousin) to (eat|stop|leave|talk|tell|get help|go|see)',
			'(have to|made to|supposed to|want me to|wants me to) (\\w+ )?(do|say|let|give|send|see|live|stay|hug|kiss|go|share|show)( \\w+){0,4} (he|she|they|him|her|them|{partner}|{kin}|we are|were)',
			'is it (normal|ok|okay|bad|weird|wrong|right|legal|allowed) (for|if|that|when) (\\w+ )?(\\w+ )?({kin}|{partner}|{adult}|he|she|they|hes|shes|someone)',
			'is it (normal|ok|okay|bad|weird|wrong) (to|that i|if i|i) (\\w+ ){0,3}(numb|scared|afraid|empty|sad|hate|die|cry|hurt|cut|hide|alone|safer|hit|drink|smoke|run)',
			'why (do|does|is|are|has|did|wont|cant|doesnt|dont|was) (my|our) (\\w+ )?({kin}|{partner})',
			'what (should|do|can|could|would|happens) (\\w+ )?(\\w+ )?(if|when|about) (my|your|our|his|her|their) (\\w+ )?({kin}|{partner})',
			'what (should|do|can|could|would) (i|you|we) (do )?(if|when|about) (i|im|youre|you are|you) (feel|think|dont|cant|scared|being|getting|in danger|get hurt|worried)',
			'({adult})( \\w+){0,5} (text|texts|texting|message|messages|messaging|touch|touches|touching|hit|hits|hug|hugs|kiss|kisses)( \\w+)? (pupils?|students?|kids?|child(ren)?|a girl|a boy|girls|boys|at night)',
			'(mean|horrible|nasty|cruel|violent|rude|rough) to (you|me|us|my|her|him)( |$)',
			'too (embarrassed|ashamed|scared|frightened|worried|shy) to (tell|say|talk|report|ask for)',
			'what if (youre|you are|your|ur|you|someones|my|his|her|the|a)( \\w+)? ({kin}|{partner}|scared|person)'
		],
		ofOneself: [
			'something (really |very |so )?(bad|wrong|weird|horrible|strange|scary|awful)',
			'(bad|wrong|weird|horrible|scary|awful) (things?|stuff)',
			'(is|getting|got|so|really|very|always|being|been) ill|sick|sad|upset|crying|help (me|her|him|us|them|my)|trouble (at|with|if)',
			'{adult}( \\w+){0,4} (secret|night|alone|photos?|pictures?|special|touch\\w*|private|message\\w*|text\\w*|close|hits?|hurts?|scares?)'
		]
	}
];
