import type { ChildNode, Container, Declaration, Plugin, Rule } from 'postcss';
import logical from 'postcss-logical';

/** The oldest browsers that a lesson is read in. */
export const floor = ['chrome64', 'safari12'];

// No browser has had this unit without layers, :is and :where (Chrome 108, Firefox 101, Safari 15.4).
const forTheOld = { name: 'supports', params: 'not (height: 100dvh)' };

// No browser has had `inset` without a gap in a row of boxes, but for Chrome 84 to 86.
const withoutGaps = { name: 'supports', params: 'not (inset: 0)' };

// A hundredth of the unit is less than any screen shows.
const hair = 0.01;

/** What the styles go through so that Chrome 64 and Safari 12 show what they say. English runs one way. */
export const forOldBrowsers = (): Plugin[] => [
	logical() as Plugin,
	plainWidths,
	saidAgain,
	keptApart
];

/** `(width < 40rem)` as it was written before: what is lowered by itself begins with a bare `not`, which is newer. */
const plainWidths: Plugin = {
	postcssPlugin: 'waymark-plain-widths',
	AtRule: {
		media(rule) {
			rule.params = rule.params
				.replaceAll(/\(width >= ([\d.]+rem)\)/g, '(min-width: $1)')
				.replaceAll(/\(width < ([\d.]+)rem\)/g, (_, width) => `(max-width: ${+width - hair}rem)`);
		}
	}
};

/**
 * What an old browser leaves out, said to it once more: layers laid open, `:is` by the name it had, `:where`
 * without it. A browser that understands the rest does not look at it, so nothing changes there.
 */
const saidAgain: Plugin = {
	postcssPlugin: 'waymark-said-again',
	Once(root, { AtRule }) {
		// A font belongs to no layer, and is carried once.
		root.walkAtRules('font-face', (font) => void root.prepend(font.remove()));
		const again = new AtRule(forTheOld);
		const own = root.nodes.find(isForTheOld);
		for (const node of root.nodes) again.append(leftOut(node));
		again.walkRules((rule) => {
			if (rule.selector.includes(':has(')) rule.remove();
			else rule.selector = inPlain(rule.selector);
		});
		if (!again.nodes?.length) return;
		// What was written by hand for old browsers comes after what it mends.
		if (own) own.before(again);
		else root.append(again);
	}
};

const inPlain = (selector: string): string =>
	selector.replaceAll(/:where\((\.[\w-]+)\)/g, '$1').replaceAll(':is(', ':-webkit-any(');

const isForTheOld = (node: ChildNode): boolean =>
	node.type === 'atrule' && node.params === forTheOld.params;

/** Of a rule, or of what holds rules, that which an old browser does not understand: copies of it. */
function leftOut(node: ChildNode): ChildNode[] {
	if (node.type === 'rule') return /:(is|where)\(/.test(node.selector) ? [node.clone()] : [];
	if (node.type !== 'atrule' || !node.nodes || isForTheOld(node)) return [];
	if (node.name === 'layer') return node.nodes.map((each) => each.clone());
	if (node.name !== 'media') return [];
	const within = node.nodes.flatMap(leftOut);
	return within.length ? [node.clone({ nodes: [] }).append(within)] : [];
}

/** Where no gap is known, the boxes of a row, or what is drawn before it, keep the words apart. */
const keptApart: Plugin = {
	postcssPlugin: 'waymark-kept-apart',
	OnceExit(root, { AtRule }) {
		const apart = new AtRule(withoutGaps);
		root.walkDecls('gap', (gap) => {
			const rule = gap.parent as Rule;
			if (has(rule, 'display', 'grid')) gap.cloneBefore({ prop: 'grid-gap' });
			else if (!isWithin(rule, forTheOld.params))
				apart.append(withAncestors(rule, spacedOut(rule, gap)));
		});
		if (apart.nodes?.length) root.append(apart);
	}
};

const has = (rule: Rule, prop: string, value: string): boolean =>
	rule.some((each) => each.type === 'decl' && each.prop === prop && each.value === value);

function isWithin(node: ChildNode, params: string): boolean {
	const { parent } = node;
	if (!parent || parent.type === 'root') return false;
	return ('params' in parent && parent.params === params) || isWithin(parent as ChildNode, params);
}

/** The rule that spaces out what is in `rule`: heavier by two elements than what a component says of one. */
function spacedOut(rule: Rule, { value }: Declaration): Rule {
	const [down = '', across = down] = value.split(/ (?![^(]*\))/);
	const spaced = rule.clone({ nodes: [] });
	spaced.selectors = inPlain(rule.selector)
		.split(/,(?![^(]*\))/)
		.flatMap((each) => [`${each} > :not(q):not(s)`, `${each}::before`]);
	if (!has(rule, 'flex-direction', 'column'))
		spaced.append({ prop: 'margin-right', value: across });
	if (has(rule, 'flex-direction', 'column') || has(rule, 'flex-wrap', 'wrap'))
		spaced.append({ prop: 'margin-bottom', value: down });
	return spaced;
}

/** A rule in copies of the media that the other stands in; of layers nothing is left. */
function withAncestors(of: ChildNode, rule: ChildNode): ChildNode {
	const parent = of.parent as Container<ChildNode> | undefined;
	if (!parent || parent.type === 'root') return rule;
	const isMedia =
		parent.type === 'atrule' && (parent as ChildNode & { name: string }).name === 'media';
	const outer = isMedia ? (parent.clone({ nodes: [] } as never) as Container).append(rule) : rule;
	return withAncestors(parent as ChildNode, outer as ChildNode);
}
