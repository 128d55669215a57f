import { expect, test, type Locator, type Page } from '@playwright/test';
import { amal, atTheDesk, bea, dee, sayNext, openConcernForm } from './people.ts';

// Issue D: a concern with two indicators and the child's words in at most 8 interactions and 60 seconds of
// typing at 40 words a minute, which is 200 letters a minute as a word is counted: five letters.
const mostInteractions = 8;
const lettersInAMinute = 200;

/** Somebody at a telephone: each thing that they do is one interaction, and every letter is counted. */
class Hands {
	interactions = 0;
	letters = 0;

	async type(where: Locator, words: string, then?: 'Enter'): Promise<void> {
		this.interactions += 1;
		this.letters += words.length;
		await where.fill(words);
		if (then) await where.press(then);
	}

	async press(what: Locator): Promise<void> {
		this.interactions += 1;
		await what.click();
	}
}

const surnameOf = async (page: Page): Promise<string> => {
	await openConcernForm(page);
	await page.getByLabel('Who is it about?').fill('am');
	await page.getByRole('button', { name: 'Find' }).click();
	const first = page.getByRole('group', { name: 'Choose the child' }).locator('.choice').first();
	return (await first.locator('label').first().textContent())?.trim() ?? '';
};

test('a concern with two indicators and the child’s words takes a minute on a telephone', async ({
	browser
}) => {
	const page = await atTheDesk(browser, amal);
	await page.setViewportSize({ width: 360, height: 740 });
	const name = await surnameOf(page);
	await openConcernForm(page);
	const hands = new Hands();

	// So many letters as tell one child from every other: they are chosen as they are found.
	await hands.type(page.getByLabel('Who is it about?'), name, 'Enter');
	await expect(page.getByRole('checkbox', { name })).toBeChecked();
	await hands.type(
		page.getByLabel('What did you see or hear?'),
		'Would not go home at the end of the day. Asked twice for the late bus.'
	);
	await hands.type(page.getByLabel('The child’s own words'), 'You can tell from the car door.');
	await hands.press(page.getByRole('checkbox', { name: 'Domestic abuse at home' }));
	await hands.press(page.getByRole('checkbox', { name: 'Mental health' }));
	await hands.press(page.getByRole('radio', { name: 'Today' }));
	await hands.press(page.getByRole('button', { name: 'Log this concern' }));

	await expect(page.getByText('Written down', { exact: true })).toBeVisible();
	await expect(page.getByText('You can tell from the car door.')).toBeVisible();
	await expect(page.getByText('Domestic abuse at home')).toBeVisible();
	expect(hands.interactions).toBeLessThanOrEqual(mostInteractions);
	expect(hands.letters).toBeLessThanOrEqual(lettersInAMinute);
	console.log(`Logged in ${hands.interactions} interactions and ${hands.letters} letters`);
});

test('two children are told apart, and each has a part of their own', async ({ browser }) => {
	const page = await atTheDesk(browser, bea);
	await openConcernForm(page);
	await page.getByLabel('Who is it about?').fill('am');
	await page.getByRole('button', { name: 'Find' }).click();
	const found = page.locator('.picker .choice');
	for (const at of [0, 1]) await found.nth(at).getByRole('checkbox').check();
	await page.getByLabel('What did you see or hear?').fill('One pushed the other by the stairs.');
	await page.getByLabel('If there are none: not asked').fill('The lesson began.');
	await page.getByRole('radio', { name: 'Today' }).check();
	await page.getByRole('button', { name: 'Log this concern' }).click();
	await expect(page.getByRole('alert')).toContainText('Choose each child’s part in it');

	await found.nth(0).getByRole('combobox').selectOption('harmed');
	await found.nth(1).getByRole('combobox').selectOption('may have harmed');
	await page.getByRole('button', { name: 'Log this concern' }).click();
	await expect(page.getByText('Written down', { exact: true })).toBeVisible();
	await expect(page.getByText('Was harmed, or may have been')).toBeVisible();
	await expect(page.getByText('May have harmed somebody')).toBeVisible();
	await expect(page.getByText('Not asked, because: The lesson began.')).toBeVisible();
});

test('a child whom nobody can name is written down, named by the lead, and both records say so', async ({
	browser
}) => {
	const page = await atTheDesk(browser, amal);
	await openConcernForm(page);
	await page.getByLabel('Who is it about?').fill('?');
	await page.getByRole('button', { name: 'Find' }).click();
	await page.getByLabel('What do you know of them?').fill('A small boy in a green coat.');
	await page.getByLabel('What did you see or hear?').fill('Crying behind the bicycle sheds.');
	await page.getByLabel('The child’s own words').fill('Leave me.');
	await page.getByRole('radio', { name: 'Today' }).check();
	await page.getByRole('button', { name: 'Log this concern' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('not known');
	const address = page.url();

	const lead = await atTheDesk(browser, dee);
	await lead.goto(address);
	await lead.getByRole('link', { name: 'Name the child' }).click();
	await lead.getByLabel('Whom is it about?').fill('am');
	await lead.getByRole('button', { name: 'Find' }).click();
	await lead.getByRole('group', { name: 'Choose the child' }).getByRole('radio').first().check();
	await lead.getByLabel('How do you know?').fill('His tutor knew the coat.');
	await lead.getByRole('button', { name: 'Correct it' }).click();
	await expect(lead.getByText('His tutor knew the coat.')).toBeVisible();
	await expect(lead.getByRole('heading', { level: 1 })).not.toContainText('not known');
	await expect(lead.getByText('A small boy in a green coat.')).toBeVisible();
});

test('from a worry to a plan, to its end and back again, without a script as with one', async ({
	browser
}) => {
	const page = await atTheDesk(browser, amal);
	const name = await surnameOf(page);
	await openConcernForm(page);
	await page.getByLabel('Who is it about?').fill(name);
	await page.getByRole('button', { name: 'Find' }).click();
	await page.getByLabel('What did you see or hear?').fill('Fell asleep in two lessons.');
	await page.getByLabel('The child’s own words').fill('I can’t sleep.');
	await page.getByRole('radio', { name: 'Within three school days' }).check();
	await page.getByRole('button', { name: 'Log this concern' }).click();
	await expect(page.getByText('Written down', { exact: true })).toBeVisible();
	const concern = page.url();

	const lead = await atTheDesk(browser, dee);
	await test.step('a case cannot be open without a next step', async () => {
		await lead.goto(`${concern}/triage`);
		await lead.getByRole('radio', { name: /Open a case|Into the case/ }).check();
		await lead.getByLabel('Why?').fill('The second this month.');
		await lead.getByRole('radio', { name: 'It did not arise' }).check();
		await lead.getByRole('button', { name: 'Write down this decision' }).click();
		await expect(lead.getByRole('alert')).toContainText('Say what is done next');
		await sayNext(lead, 'Ask the nurse about sleep');
		await lead.getByRole('button', { name: 'Write down this decision' }).click();
		await expect(lead.getByRole('link', { name: 'Ask the nurse about sleep' })).toBeVisible();
	});
	const theCase = lead.url();

	await test.step('it closes with the child’s voice, and says what is still to be done', async () => {
		await lead.goto(`${theCase}/closing`);
		await lead.getByRole('radio', { name: 'Things are better and safe' }).check();
		await lead.getByRole('radio', { name: 'What they said' }).check();
		await lead.getByLabel('Why is it closed now?').fill('Sleeping again.');
		await lead.getByRole('button', { name: 'Close this case' }).click();
		await expect(lead.getByRole('alert')).toContainText('Write what they said');
		await lead.getByLabel('In their words').fill('I’m okay now.');
		await lead.getByRole('button', { name: 'Close this case' }).click();
		await lead.getByRole('checkbox', { name: 'None of this is needed any more' }).check();
		await lead.getByRole('button', { name: 'Close this case' }).click();
		await expect(lead.getByText('This case is closed', { exact: true })).toBeVisible();
	});

	await test.step('it opens again where it was left', async () => {
		await lead.getByRole('link', { name: 'Open it again' }).click();
		await lead.getByLabel('Why is it opened again?').fill('It began again.');
		await sayNext(lead, 'Meet on Monday');
		await lead.getByRole('button', { name: 'Open it again' }).click();
		await expect(lead.getByRole('link', { name: 'Meet on Monday' })).toBeVisible();
		await expect(lead.getByText('I’m okay now.').first()).toBeVisible();
	});

	await test.step('what was done is heard of by who reported it', async () => {
		await lead.getByRole('link', { name: 'Meet on Monday' }).click();
		await lead.getByRole('radio', { name: 'Done', exact: true }).check();
		await lead.getByLabel('What came of it?', { exact: true }).fill('We met.');
		await lead.getByRole('button', { name: 'Write this down' }).click();
		await expect(lead.getByRole('alert')).toContainText('an open case always has a next step');
		await sayNext(lead, 'Meet again');
		await lead.getByRole('button', { name: 'Write this down' }).click();
		await expect(lead.getByRole('heading', { level: 1, name: 'Desk' })).toBeVisible();
		await page.goto(concern);
		await expect(page.getByText('Action was taken.')).toBeVisible();
		await expect(page.getByText('The second this month.')).toHaveCount(0);
	});
});
