import type { DrawingName } from '#lib/components/drawings/names.ts';

/** The drawing that opens a lesson, and what it shows. A lesson without one opens with its words. */
export const drawingOf: Record<string, { name: DrawingName; alt: string }> = {
	'K2-01': {
		name: 'fruit-faces',
		alt: 'Two children at a table draw on fruit. One has given a banana a face and a cape, and the other has drawn a smile on an orange.'
	},
	'K2-02': {
		name: 'enormous-cat',
		alt: 'An enormous ginger cat sits on a cushion. A boy kneels and holds out a hand to it, and a girl rubs it behind the ear.'
	},
	'K2-03': {
		name: 'playground',
		alt: 'Three children in a playground. Two are building a den, and one of them waves to the third, who stands to the side.'
	},
	'K2-04': {
		name: 'walk-to-the-door',
		alt: 'Three children walk together to an open door. Inside, a woman in a headscarf looks up from her chair, beside a round orange fish in a bowl.'
	},
	'K2-05': {
		name: 'cardboard-shark',
		alt: 'A boy and his mum look at a tablet on the sofa. Out of it pours the sea, with a squid and a shark. The shark is made of card, and somebody’s hand holds it up on a stick.'
	},
	'K2-06': {
		name: 'caravan-cake',
		alt: 'A birthday party. Dad carries a cake shaped like a caravan, and one of its wheels has come off. A girl with a football has turned to her auntie by the tea, who is listening.'
	},
	'K3-01': {
		name: 'wardrobe-cart',
		alt: 'A race cart made from an old wardrobe rolls down a hill, with one of its doors open. A girl in a helmet steers it, a friend pushes, and another friend waits with a flag.'
	},
	'K3-02': {
		name: 'night-whale',
		alt: 'A night in a museum, by lantern light, under the skeleton of a whale. A girl holds out her arms to ask for a hug, and a boy gives her a wave in place of one. Another boy is fast asleep.'
	},
	'K3-03': {
		name: 'hat-with-ears',
		alt: 'A boy sits on a sofa and knits, with his goalkeeper’s gloves and a football at his feet. His little brother is wearing the hat that he has finished. It is green, and it has ears.'
	},
	'K3-04': {
		name: 'two-walkers',
		alt: 'Two people at a fork in a path, walking their own ways. The string between them has come loose and lies on the ground.'
	},
	'K3-05': {
		name: 'pigeon-and-llama',
		alt: 'Two photos hang on a line: in one a cross pigeon reads a newspaper, and in the other a man waves from the back of a llama. The boy with the camera points at his pigeon, and a girl laughs behind her hand.'
	},
	'K3-06': {
		name: 'toast-has-a-smell',
		alt: 'A nan in slippers holds up a slice of toast, and breathes in as it steams. Her grandson sits at the table, with his own slice half way to his mouth.'
	},
	'K3-07': {
		name: 'pasta-jar',
		alt: 'A stall at a school fair, with an enormous jar of pasta shapes. One boy shouts his guess through his hands, a girl kneels to count the layers, and the boy whose stall it is writes in a notebook.'
	},
	'K3-08': {
		name: 'lit-window',
		alt: 'A house at night with one warm window. Someone stands on the path outside, beside a lit lantern.'
	},
	'K3-09': {
		name: 'felt-pens',
		alt: 'The top deck of a bus. A girl has tipped out her pencil case, and felt pens roll all over the floor. One boy lifts his feet out of the way, and another holds up the green one.'
	},
	'K3-10': {
		name: 'bench-and-pigeon',
		alt: 'A girl and a boy sit at the two ends of a bench, and a pigeon stands between them. The head of a pantomime horse looks on from behind the boy.'
	},
	'K4-01': {
		name: 'tandem-and-ducks',
		alt: 'A girl and a boy on an orange tandem have stopped, each with a hand on a brake. A duck with three ducklings looks up at them from the path.'
	},
	'K4-02': {
		name: 'tuba-through-the-wall',
		alt: 'Two flats with a wall between them. On one side a boy plays a tuba, and on the other a small boy in big ears and a trunk is being an elephant, while his mum waves from the sofa.'
	},
	'K4-03': {
		name: 'lighthouse-and-chips',
		alt: 'Three friends sit on a harbour wall at night and face a lighthouse, while a small boat finds its own way past. Two girls lean together. A boy in headphones, with a white cane beside him, is losing his chips to a gull.'
	},
	'K4-04': {
		name: 'boat-by-the-hour',
		alt: 'A man in a white cap and gold shoulders poses on a big white boat. On the quay a grandad with his crochet points at the tag on its rope, which shows a clock, and his grandson looks up from his phone.'
	},
	'K4-05': {
		name: 'tuba-in-a-jacket',
		alt: 'A tuba with leaves in it sits on a bench by a bus stop, with a jacket round it. A boy has a hand on its shoulder, a girl in a headscarf brings it tea, and a police officer in a turban kneels to take notes.'
	},
	'K4-06': {
		name: 'gravy-or-chocolate',
		alt: 'A girl in a wheelchair has taken a box of something brown from a freezer full of boxes. Two friends wait for it, one with a bowl of ice cream and the other with a roast dinner.'
	},
	'K4-07': {
		name: 'rain-and-the-wheel',
		alt: 'A driving lesson in the rain, seen through the windscreen. The learner points up at the rain, and the instructor points at the steering wheel. In front of the car is a bent bollard with a sticking plaster on it.'
	},
	'K4-08': {
		name: 'bakery-van',
		alt: 'A young man in slippers has come in a bakery van and hands a bun to his brother, who sits on a drum. A girl with a bass guitar on her back walks away to a house with a light on.'
	},
	'K4-09': {
		name: 'organ-without-shoes',
		alt: 'A girl plays a church organ in yellow socks, with her shoes under the bench. Behind her a boy plays a tuba, and a friend in a headscarf stands between the two with her hands over her ears.'
	},
	'K4-10': {
		name: 'tins-under-the-bed',
		alt: 'A boy kneels with a tin of biscuits under his arm, and finds a row of tins under the spare bed. His nan sits on the bed beside an open one and holds a biscuit out to him.'
	},
	'P16-01': {
		name: 'who-boils-the-kettle',
		alt: 'A young couple sit on a bare mattress with their mugs. Between them, on a box, stands a very large kettle, and beside them is a bike in pieces.'
	},
	'P16-02': {
		name: 'tent-in-a-tree',
		alt: 'A tent has ended up in a tree, and its one peg hangs from a rope. Four friends look up at it: two boys who hold hands, a girl whose headscarf matches her trainers, and the boy who put it up.'
	},
	'P16-03': {
		name: 'four-doors',
		alt: 'A corridor with four doors, and one of them stands open with light behind it. A young woman with a guide dog walks towards it, and a woman in a wheelchair comes with her and has brought a dog bowl.'
	},
	'P16-04': {
		name: 'only-fishing',
		alt: 'Two people from a lifeboat crew bring home an old man in a foil blanket. He still holds his fishing rod, and he waves at his own little boat, where a gull now stands.'
	},
	'P16-05': {
		name: 'turn-your-head',
		alt: 'A learner and a driving instructor in a small red car, seen from the front. She points past him, and he turns his head and sees a duck and three ducklings beside the car.'
	},
	'P16-06': {
		name: 'fridge-in-a-duvet',
		alt: 'A fridge wears a duvet and a scarf, and somebody has drawn a smile on it. Two housemates stand by with a bottle of milk that has turned. An older woman kneels with her toolbox and shines a torch behind it.'
	}
};
