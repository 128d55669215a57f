/** How young people write, and what it stands for. Keys are what stands there once apostrophes are gone. */
export const spellings: Record<string, string> = {
	...{ u: 'you', ur: 'your', r: 'are', urself: 'yourself', youre: 'you are', ya: 'you', n: 'and' },
	...{ bf: 'boyfriend', gf: 'girlfriend', bfs: 'boyfriends', gfs: 'girlfriends', bff: 'friend' },
	...{ sum1: 'someone', sumone: 'someone', smone: 'someone', som1: 'someone', some1: 'someone' },
	...{ sumthing: 'something', smth: 'something', sth: 'something', sumat: 'something' },
	...{ summat: 'something', summin: 'something', any1: 'anyone', no1: 'nobody', noone: 'nobody' },
	...{
		every1: 'everyone',
		wiv: 'with',
		wid: 'with',
		cuz: 'because',
		cos: 'because',
		coz: 'because'
	},
	...{
		bc: 'because',
		bcs: 'because',
		bcuz: 'because',
		b4: 'before',
		gonna: 'going to',
		m8: 'mate'
	},
	...{
		wanna: 'want to',
		gotta: 'have to',
		dunno: 'dont know',
		idk: 'i dont know',
		tryna: 'trying to'
	},
	...{
		imma: 'i am going to',
		pls: 'please',
		plz: 'please',
		ppl: 'people',
		yr: 'year',
		hav: 'have'
	},
	...{ dnt: 'dont', doesn: 'doesnt', cnt: 'cant', wont: 'wont', aint: 'isnt', abt: 'about' },
	...{ wen: 'when', wat: 'what', wot: 'what', wher: 'where', thru: 'through', tho: 'though' },
	...{
		cannot: 'cant',
		skl: 'school',
		skool: 'school',
		skwl: 'school',
		rn: 'right now',
		gd: 'good'
	},
	...{ luv: 'love', lil: 'little', frm: 'from', msg: 'message', msgs: 'messages', txt: 'text' },
	...{ msging: 'messaging', txts: 'texts', insta: 'instagram', sc: 'snap', snapchat: 'snap' },
	...{ kms: 'kill myself', kys: 'kill yourself', unalive: 'kill', unaliving: 'killing' },
	...{
		tuch: 'touch',
		tuches: 'touches',
		touchs: 'touches',
		tuched: 'touched',
		tuching: 'touching'
	},
	...{ scard: 'scared', scarred: 'scared', skared: 'scared', frend: 'friend', freind: 'friend' },
	...{
		fone: 'phone',
		fones: 'phones',
		dat: 'that',
		da: 'the',
		dis: 'this',
		sed: 'said',
		sez: 'says'
	},
	...{
		mom: 'mum',
		mam: 'mum',
		muma: 'mum',
		mumma: 'mum',
		moms: 'mums',
		mams: 'mums',
		marraige: 'marriage'
	},
	...{
		hitted: 'hit',
		beet: 'beat',
		beets: 'beats',
		hurted: 'hurt',
		hurtin: 'hurting',
		hittin: 'hitting'
	},
	...{
		cuttin: 'cutting',
		drinkin: 'drinking',
		shoutin: 'shouting',
		touchin: 'touching',
		nuffin: 'nothing'
	},
	...{ nothin: 'nothing', somethin: 'something', smthn: 'something', alot: 'a lot', arnt: 'arent' },
	...{ gran: 'nan', nana: 'nan', nanny: 'nan', granny: 'nan', grandma: 'nan', grandmother: 'nan' },
	...{ picz: 'pics', pix: 'pics', noods: 'nudes', noodz: 'nudes', nudez: 'nudes', dieing: 'dying' }
};

/** What is one word, however it is parted. */
export const joined: [RegExp, string][] = [
	[
		/\b(step|half|foster|grand|god|boy|girl|baby) (?=(mum|dad|father|mother|brother|sister|parent|friend|sitt|pa\b|ma\b|bro\b|sis\b))/g,
		'$1'
	],
	[/\bno one\b/g, 'nobody'],
	[/\b(some|any|every) (one|body)\b/g, '$1one'],
	[/\b(some|any|every)body/g, '$1one'],
	[/\b(my|your|him|her|them) (self|selves)\b/g, '$1self'],
	[/\bgrown ups?\b/g, 'grownup'],
	[/\b(him|her|your|my)self(s|ves)\b/g, '$1self'],
	[/\bself harm/g, 'selfharm'],
	[/\b(do|does|did|is|are|was|would|could|have|has|had) not\b/g, '$1nt'],
	[/\bover dos/g, 'overdos'],
	[/\bi am\b/g, 'im'],
	[/\b(he|she) (is|has)\b/g, '$1s'],
	[/\bthey are\b/g, 'theyre'],
	[/\bwill not\b/g, 'wont'],
	[/\bcan not\b/g, 'cant']
];

/** What is said every day and means nothing here, though its words could. */
export const idioms = [
	'hurt(ing|s)? (their|his|her|my|your|someones|anyones|peoples|each others) feelings',
	'hit (the|a) (gym|vape|ball|target|blunt|bag)',
	'hit me up',
	'hit it off',
	'(fight|beat|kill) (a|the) \\w+ (or|and) a \\w+',
	'(win|wins) in a fight',
	'boss fight',
	'(kill|kills) brain cells',
	'(dead|proper dead) (good|funny|easy|boring|nice)',
	'die of (embarrassment|boredom|cringe)',
	'dying to (know|see|try)',
	'(scared|afraid|frightened|terrified) of (spiders?|heights|clowns?|the dark|wasps?|dogs?|needles|fireworks|thunder|exams?|tests?|flying|snakes)',
	'secret (santa|admirer|crush)',
	'(party|surprise|present|birthday) secret',
	'secret (surprise|recipe|of)',
	'do people die',
	'how many people (die|died|are killed)',
	'die out',
	'i cut (my|the) (hair|nails|grass|class|finger)',
	'cut (my|your|her|his) (own )?(hair|nails)',
	'run(ning)? away with',
	'my fault for (asking|forgetting)',
	'worried about (the|my|our) (exams?|tests?|gcses|mocks|homework|grades)',
	'to be honest',
	'dont get me wrong',
	'^will you marry me',
	'peer pressure',
	'keep(ing)? (a )?secrets? from',
	'anti ?depressants?',
	'(wont|doesnt|dont|never|not) (let|lets) (me|us) (go to (a |the |that )?part(y|ies)|have (snap|instagram|tiktok|youtube|discord|a phone|a dog|a cat|a pet|a tattoo|a piercing|an xbox|a ps5)|stay up)',
	'(the )?differences? between \\w+ (\\w+ )?and \\w+',
	'(my|our|the) (dog|cat|pet|hamster|rabbit|horse|fish) (is|gets|was|got) (so |really )?\\w+( of)?',
	'bit(e|ing) (my|your|their) nails'
].map((idiom) => new RegExp(`\\b${idiom}\\b`, 'g'));
