import type { Page } from '@playwright/test';
import postcss, { type AtRule, type Declaration } from 'postcss';

// What Chrome 64 or Safari 12 does not know. Neither runs on the machines that this is tested on, so a new
// browser is given what is left of a sheet when they have read it.
const unknownSelectors =
	/:(is|where|has|focus-visible|popover-open)\b|::(marker|details-content)|:not\([^)]*[ ,>(]/;
const unknownAtRules = ['layer', 'container', 'property', 'starting-style'];
const unknownMedia =
	/prefers-color-scheme|prefers-reduced-motion|forced-colors|[<>]|(^|and |, )\(?not \(/;
const unknownProperties =
	/^((row-|column-)?gap|inset.*|(margin|padding|border)-(inline|block).*|(min-|max-)?(inline|block)-size|translate|rotate|scale|accent-color|aspect-ratio|mask(-.*)?|text-wrap|reading-flow|forced-color-adjust|content-visibility|text-decoration-thickness|text-underline-offset|text-size-adjust|scroll-(margin|padding).*|color-scheme)$/;
const unknownValues =
	/\b(clamp|min|max|color-mix|light-dark|oklab|oklch)\(|\b\d+[ds]v[hw]\b|\banywhere\b/;

/** Of a style sheet what is left when an old browser has read it. */
export function asRead(css: string): string {
	const sheet = postcss.parse(css);
	sheet.walkAtRules((rule) => readAtRule(rule));
	sheet.walkRules((rule) => void (unknownSelectors.test(rule.selector) && rule.remove()));
	sheet.walkDecls(readDeclaration);
	return sheet.toString();
}

function readAtRule(rule: AtRule): void {
	if (unknownAtRules.includes(rule.name)) rule.remove();
	else if (rule.name === 'media' && unknownMedia.test(rule.params)) rule.remove();
	else if (rule.name === 'supports') readSupports(rule);
}

/** Neither knows `selector(…)`; what they are asked about by us, they do not have. */
function readSupports(rule: AtRule): void {
	if (/^not \((height: ?100dvh|inset: ?0)\)$/.test(rule.params)) rule.replaceWith(rule.nodes ?? []);
	else if (/^selector\(/.test(rule.params)) rule.remove();
	else throw new Error(`Nobody has said whether an old browser knows ${rule.params}`);
}

// What a custom property holds is looked at when it is used: there it makes the whole declaration nothing.
function readDeclaration(declaration: Declaration): void {
	const { prop, value } = declaration;
	if (prop.startsWith('--')) declaration.value = value.replace(unknownValues, 'unknown-$&');
	else if (unknownProperties.test(prop) || unknownValues.test(value)) declaration.remove();
}

/** From now on the page is shown with what an old browser reads of each sheet, and with `more` at its end. */
export async function readsLikeAnOldBrowser(page: Page, more = ''): Promise<void> {
	await page.route('**/*.css', async (route) => {
		const response = await route.fetch();
		await route.fulfill({ response, body: asRead(await response.text()) + more });
	});
}
