import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** At both widths and in both schemes. */
export const looks = [
	{ width: 1280, height: 900, colorScheme: 'light' },
	{ width: 1280, height: 900, colorScheme: 'dark' },
	{ width: 360, height: 780, colorScheme: 'light' },
	{ width: 360, height: 780, colorScheme: 'dark' }
] as const;

/** The page as it stands, at both widths and in both schemes: nothing for axe, nothing cut off. */
export async function looksRight(
	page: Page,
	scripts = true,
	as: readonly (typeof looks)[number][] = looks
): Promise<void> {
	// axe is itself a script, and what it finds does not depend on whether the page may run one.
	if (!scripts) return;
	for (const { width, height, colorScheme } of as) {
		await page.setViewportSize({ width, height });
		await page.emulateMedia({ colorScheme });
		const { violations } = await new AxeBuilder({ page }).analyze();
		expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
		const overflow = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth
		);
		expect(overflow, `sideways scrolling at ${width} px`).toBeLessThanOrEqual(0);
	}
}
