import { expect, test } from '@playwright/test';
import {
	ada,
	amal,
	atTheDesk,
	dee,
	fillConcern,
	flo,
	gwen,
	kit,
	mo,
	ned,
	ollie,
	una,
	wren,
	openConcernForm
} from './people.ts';
import { everyLesson } from './every-lesson.ts';
import { looks, looksRight } from './looks.ts';
import { fillReferral } from './referring.ts';

const open = [
	'/',
	'/lessons',
	'/lessons/coverage',
	'/lessons/form',
	'/lessons/words',
	'/lessons/offline',
	'/lessons/offline/copy',
	'/lessons/k3-04-control-isnt-care',
	'/lessons/k3-04-control-isnt-care/easy',
	'/lessons/k3-04-control-isnt-care/easy#idea-2',
	'/lessons/k3-04-control-isnt-care/further',
	'/lessons/k3-04-control-isnt-care/listen',
	'/lessons/k3-04-control-isnt-care/one-at-a-time#3-three-questions',
	'/lessons/k4-04-whose-script/parents',
	'/lessons/k4-04-whose-script/without-sex-education',
	'/lessons/k3-04-control-isnt-care/teaching',
	'/parents',
	'/about',
	'/hidden',
	'/info',
	'/desk/sign-in',
	'/nothing/here'
];

for (const address of open)
	test(`${address} looks right to everybody`, async ({ page }) => {
		await page.goto(address);
		await looksRight(page);
	});

for (const lesson of everyLesson)
	test(`${lesson} and its teacher’s page look right, on a telephone in the dark and on a desk by day`, async ({
		page
	}) => {
		for (const address of [lesson, `${lesson}/teaching`]) {
			await page.goto(address);
			for (const folded of await page.locator('main details > summary').all()) await folded.click();
			await looksRight(page, true, [looks[0], looks[3]]);
		}
	});

test('the help door’s questions and answer look right to everybody', async ({ page }) => {
	await page.goto('/info');
	await page.locator('.picks button').first().click();
	await looksRight(page);
	await page.getByRole('button', { name: '13 to 15' }).click();
	await looksRight(page);
	await page.getByRole('button', { name: 'England' }).click();
	await looksRight(page);
});

test('the desk of somebody who teaches looks right to everybody', async ({ browser }) => {
	const page = await atTheDesk(browser, amal);
	await looksRight(page);
	await openConcernForm(page);
	await looksRight(page);
	await page.getByLabel('Who is it about?').fill('li');
	await page.getByRole('button', { name: 'Find' }).click();
	await page.getByRole('button', { name: 'Log this concern' }).click();
	await expect(page.getByRole('alert')).toBeVisible();
	await looksRight(page);
});

test('the desk of somebody who leads looks right to everybody', async ({ browser }) => {
	const page = await atTheDesk(browser, dee);
	await looksRight(page);
	await page.getByRole('link', { name: /^R-/ }).first().click();
	await looksRight(page);
	await page.goto('/desk');
	await page.getByRole('region', { name: 'To do' }).getByRole('link').first().click();
	await looksRight(page);
	await page.goto('/desk/concerns');
	await looksRight(page);
	await page.getByRole('rowheader').getByRole('link').first().click();
	await looksRight(page);
	await page.getByRole('link', { name: 'Decide what happens' }).click();
	await looksRight(page);
	await page.goto('/desk/search');
	await looksRight(page);
	await page.goto('/desk/cases');
	await looksRight(page);
	await page.getByRole('rowheader').getByRole('link').first().click();
	await looksRight(page);
	await page.getByRole('link', { name: 'Refer', exact: true }).click();
	await looksRight(page);
});

test('what is done in a case looks right to everybody', async ({ browser }) => {
	const page = await atTheDesk(browser, dee);
	await page.goto('/desk/cases');
	await page.getByRole('rowheader').getByRole('link').first().click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Case K-');
	const theCase = page.url();
	for (const leaf of [
		'entries',
		'actions',
		'closing',
		'family',
		'reopening',
		'contacts',
		'pictures',
		'plan',
		'disagreements',
		'print',
		'services'
	]) {
		await page.goto(`${theCase}/${leaf}`);
		await looksRight(page);
	}
});

test('what is done about a concern looks right to everybody', async ({ browser }) => {
	const page = await atTheDesk(browser, dee);
	await page.goto('/desk/concerns');
	await page.getByRole('rowheader').getByRole('link').first().click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Concern C-');
	const concern = page.url();
	for (const leaf of ['additions', 'correction', 'files/new', 'restriction']) {
		await page.goto(`${concern}/${leaf}`);
		await expect(page.locator('main form[method="post"]').first()).toBeVisible();
		await looksRight(page);
	}
	await page.goto(`${concern}/files/new`);
	await page.getByRole('button', { name: 'Add this file' }).click();
	await expect(page.getByRole('alert')).toBeVisible();
	await looksRight(page);
});

test('looking again, and what one has logged, look right to everybody', async ({ browser }) => {
	const page = await atTheDesk(browser, dee);
	await page.getByRole('region', { name: 'Look again' }).getByRole('link').first().click();
	await expect(page.getByRole('heading', { level: 1, name: 'Look again' })).toBeVisible();
	await looksRight(page);
	const teacher = await atTheDesk(browser, amal);
	await fillConcern(teacher);
	await teacher.getByRole('button', { name: 'Log this concern' }).click();
	await teacher.getByText('Written down', { exact: true }).waitFor();
	await teacher.goto('/desk/reports');
	await expect(teacher.getByRole('rowheader').first()).toBeVisible();
	await looksRight(teacher);
});

test('a closed case, and opening it again, look right to everybody', async ({ browser }) => {
	const page = await atTheDesk(browser, dee);
	await page.goto('/desk/cases');
	await page.getByText(/closed cases?$/).click();
	await looksRight(page);
	await page.locator('details').getByRole('rowheader').getByRole('link').first().click();
	await expect(page.getByText('This case is closed')).toBeVisible();
	await looksRight(page);
	await page.getByRole('link', { name: 'Open it again' }).click();
	await expect(page.getByLabel('Why is it opened again?')).toBeVisible();
	await looksRight(page);
	await page.getByRole('button', { name: 'Open it again' }).click();
	await expect(page.getByRole('alert')).toBeVisible();
	await looksRight(page);
});

test('the list of keys, and one’s own account, look right to everybody', async ({ browser }) => {
	const page = await atTheDesk(browser, flo);
	await page.getByRole('button', { name: 'Keys' }).click();
	await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
	await looksRight(page);
	for (const where of ['account/calendar', 'account/password', 'account/second-factor']) {
		await page.goto(`/desk/${where}`);
		await looksRight(page);
	}
});

test('what somebody hands over looks right to everybody', async ({ browser }) => {
	const page = await atTheDesk(browser, dee);
	await page.goto('/desk/people');
	await page.getByRole('main').getByRole('link', { name: 'Dee Thornbeck' }).click();
	await page.goto(`${page.url()}/hand-over`);
	await expect(page.getByRole('heading', { level: 1, name: 'Hand over' })).toBeVisible();
	await looksRight(page);
});

test('the directory looks right to everybody', async ({ browser }) => {
	const page = await atTheDesk(browser, dee);
	await page.goto('/desk/directory');
	await page.getByRole('link', { name: 'Fell Valley Young Carers' }).click();
	await looksRight(page);
	await page.getByRole('link', { name: 'Change what it says' }).click();
	await looksRight(page);
	await page.goto('/desk/cases');
	await page.getByRole('rowheader').getByRole('link').first().click();
	await page.getByRole('link', { name: 'Refer', exact: true }).click();
	await page.getByRole('link', { name: 'If you decide not to share, write down why' }).click();
	await page.getByRole('button', { name: 'Write this down' }).click();
	await expect(page.getByRole('alert')).toContainText('Say with whom it is not shared');
	await looksRight(page);
	await page.getByRole('link', { name: /^K(-[0-9A-Z]{4}){2}$/ }).click();
	await page.getByRole('link', { name: 'Find a service' }).click();
	await page.getByLabel('Domestic abuse at home').check();
	await page.getByLabel('Their own substance use').check();
	await page.getByLabel('Not known').check();
	await page.getByLabel('No, or nobody was asked').check();
	await page.getByRole('button', { name: 'Find services' }).click();
	await expect(page.getByRole('region', { name: 'Domestic abuse' })).toBeVisible();
	await looksRight(page);
});

test('what two organisations agreed looks right to both', async ({ browser }) => {
	for (const who of [dee, mo]) {
		const page = await atTheDesk(browser, who);
		await page.goto('/desk/standards');
		await page.getByRole('link', { name: who === dee ? 'Lantern' : 'Cairnfield School' }).click();
		await looksRight(page);
		await page.getByText('Propose what you both hold to').click();
		await page.getByRole('button', { name: /^Propose this/ }).click();
		await expect(page.getByRole('alert')).toBeVisible();
		await looksRight(page);
	}
});

test('every module of training looks right, and so does its check', async ({ browser }) => {
	const page = await atTheDesk(browser, gwen);
	await page.goto('/desk/training');
	const modules = await page
		.getByRole('rowheader')
		.getByRole('link')
		.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
	for (const [at, module] of modules.entries()) {
		await page.goto(module);
		for (const folded of await page.locator('main details > summary').all()) await folded.click();
		await looksRight(page, true, [looks[0], looks[3]]);
		if (at > 0) continue;
		await page.locator('#check').getByRole('radio').first().check();
		await page.getByRole('button', { name: 'Check my answers' }).click();
		await expect(page.getByRole('alert')).toBeVisible();
		await looksRight(page);
	}
	const leading = await atTheDesk(browser, dee);
	await leading.goto(modules[0] ?? '');
	await leading.getByText('Answer the questions again').click();
	await looksRight(leading);
});

test('a school’s check of a lesson looks right, made and still to be made', async ({ browser }) => {
	const page = await atTheDesk(browser, dee);
	await page.goto('/desk/lessons/k3-04-control-isnt-care');
	await page.getByText('Withdraw this check').first().click();
	await looksRight(page);
	await page.goto('/desk/lessons/k4-05-help-first');
	await page.getByRole('button', { name: 'Put this name to it' }).click();
	await expect(page.getByRole('alert')).toBeVisible();
	await looksRight(page);
	const teacher = await atTheDesk(browser, amal);
	await teacher.goto('/desk/lessons/k3-04-control-isnt-care');
	await looksRight(teacher);
});

test('planning, recording and asking look right, also with something wrong', async ({
	browser
}) => {
	const page = await atTheDesk(browser, ned);
	await page.goto('/desk/teaching/plans/new');
	await page.getByRole('button', { name: 'Plan this lesson' }).click();
	await expect(page.getByRole('alert')).toBeVisible();
	await looksRight(page);
	await page.goto('/desk/teaching');
	await page.getByRole('rowheader').getByRole('link', { name: /K3-04/ }).first().click();
	for (const folded of await page.locator('main details > summary').all()) await folded.click();
	await looksRight(page);
	await page.goto('/desk/teaching');
	await page.getByRole('region', { name: 'You recorded last' }).getByRole('link').first().click();
	await page.getByText('It is wrong: take it back').click();
	await looksRight(page);
	await page.goto('/desk/teaching');
	await page.getByRole('link', { name: 'Year 7, blue' }).click();
	for (const folded of await page.locator('main details > summary').all()) await folded.click();
	await looksRight(page);
	await page.getByRole('link', { name: 'Ask the three items' }).click();
	await page.getByRole('button', { name: 'Keep these numbers' }).click();
	await expect(page.getByRole('alert')).toBeVisible();
	await looksRight(page);
});

test('what was taught looks right to a governor, folded and open', async ({ browser }) => {
	const page = await atTheDesk(browser, gwen);
	await page.goto('/desk/teaching/report');
	await looksRight(page);
	for (const folded of await page.locator('main details > summary').all()) await folded.click();
	await looksRight(page, true, [looks[0], looks[3]]);
});

test('what was written to a school looks right to its lead', async ({ browser }) => {
	const page = await atTheDesk(browser, dee);
	await page.goto('/desk/concerns');
	await looksRight(page);
	await page
		.getByRole('link', { name: /^W(-[0-9A-Z]{4}){2}$/ })
		.first()
		.click();
	await looksRight(page);
	await page.getByLabel('Find a pupil').fill('li');
	await page.getByRole('button', { name: 'Find', exact: true }).click();
	await looksRight(page);
	await page.getByRole('button', { name: 'Take it in as a concern' }).click();
	await expect(page.getByRole('alert')).toBeVisible();
	await looksRight(page);
});

test('the ledger, and who has read a record, look right to everybody', async ({ browser }) => {
	const page = await atTheDesk(browser, dee);
	await page.goto('/desk/ledger');
	await page.getByRole('button', { name: 'Make a checkpoint now' }).click();
	await expect(page.getByRole('link', { name: /^Download checkpoint/ }).first()).toBeVisible();
	await looksRight(page);
	await page.goto('/desk/cases');
	await page.getByRole('rowheader').getByRole('link').first().click();
	await page.getByText('Who has read this').click();
	await looksRight(page);
});

test('the desk of somebody at a service looks right to everybody', async ({ browser }) => {
	const page = await atTheDesk(browser, wren);
	await looksRight(page);
	await page.goto('/desk/inbox');
	await looksRight(page);
	await page.getByRole('rowheader').getByRole('link').first().click();
	await looksRight(page);
	await page.getByRole('link', { name: 'Decline' }).click();
	await looksRight(page);
	await page.getByRole('button', { name: 'Decline' }).click();
	await expect(page.getByRole('alert')).toBeVisible();
	await looksRight(page);
});

test('a caseload, and who may open a referral, look right to everybody', async ({ browser }) => {
	const page = await atTheDesk(browser, mo);
	await page.goto('/desk/caseload');
	await looksRight(page);
	await page.getByRole('rowheader').getByRole('link').first().click();
	await looksRight(page);
	await page.getByRole('link', { name: 'Who may open this' }).click();
	await looksRight(page);
	await page.getByRole('button', { name: 'Let only these people open it' }).click();
	await expect(page.getByRole('alert')).toBeVisible();
	await looksRight(page);
});

test('a form for a referral looks right to everybody, folded and open', async ({ browser }) => {
	const page = await atTheDesk(browser, dee);
	await page.goto('/desk/cases');
	await page.getByRole('rowheader').getByRole('link').nth(5).click();
	await fillReferral(page);
	await page.getByLabel('Why are you referring?').fill('They moved to 14 Fellside Road.');
	await page.getByRole('button', { name: 'Send this referral' }).click();
	await expect(page.getByRole('alert')).toBeVisible();
	for (const folded of await page.locator('form details > summary').all()) await folded.click();
	await looksRight(page);
});

test('the referrals of a school, and their steps, look right to everybody', async ({ browser }) => {
	const page = await atTheDesk(browser, dee);
	await page.goto('/desk/referrals');
	await looksRight(page);
	await page
		.getByRole('row')
		.filter({ hasText: 'There is an outcome' })
		.getByRole('link')
		.first()
		.click();
	await looksRight(page);
	await page.getByRole('link', { name: 'Say what comes next, and close' }).click();
	await page.getByRole('button', { name: 'Close it' }).click();
	await expect(page.getByRole('alert')).toBeVisible();
	await looksRight(page);
	await page.goto(page.url().replace('closing', 'withdrawal'));
	await expect(page.getByText('This cannot be said from here')).toBeVisible();
	await looksRight(page);
});

test('a restricted record and breaking the glass look right to everybody', async ({ browser }) => {
	const page = await atTheDesk(browser, una);
	await looksRight(page);
	await page.goto('/desk/concerns');
	await page.getByRole('rowheader').getByRole('link').first().click();
	await looksRight(page);
	await page.getByRole('link', { name: 'Change who may open this' }).click();
	await page.getByRole('button', { name: 'Lift the restriction' }).click();
	await expect(page.getByRole('alert')).toBeVisible();
	await looksRight(page);
	await page.goto('/desk/break-glass');
	await page.getByRole('button', { name: 'Break the glass' }).click();
	await expect(page.getByRole('alert')).toBeVisible();
	await looksRight(page);
});

test('the pages of those who keep people look right to everybody', async ({ browser }) => {
	const page = await atTheDesk(browser, dee);
	await page.goto('/desk/people');
	await looksRight(page);
	await page.getByRole('link', { name: 'Ned Sykehouse' }).click();
	await looksRight(page);
	await page.goto('/desk/people/new');
	await page.getByRole('button', { name: 'Send the invitation' }).click();
	await looksRight(page);
	await page.goto('/desk/groups/new');
	await looksRight(page);
	await page.goto('/desk/groups');
	await looksRight(page);
	await page.getByRole('link', { name: 'Year 8' }).click();
	await page.getByLabel('One pupil').fill('li');
	await page.getByRole('button', { name: 'Find' }).click();
	await looksRight(page);
});

for (const [who, where] of [
	[gwen, 'counts'],
	[mo, 'counts'],
	[ned, 'group'],
	[ollie, 'platform'],
	[ollie, 'services'],
	[kit, 'counts'],
	[dee, 'directory'],
	[dee, 'standards'],
	[mo, 'standards'],
	[wren, 'schools'],
	[wren, 'schools/new'],
	[mo, 'directory'],
	[dee, 'directory/new'],
	[dee, 'help-page'],
	[dee, 'school-days'],
	[dee, 'help-page/poster'],
	[amal, 'training'],
	[una, 'training'],
	[dee, 'training/record'],
	[amal, 'lessons'],
	[dee, 'lessons'],
	[amal, 'teaching'],
	[dee, 'teaching'],
	[amal, 'teaching/plans/new'],
	[amal, 'teaching/records/new'],
	[amal, 'teaching/records/new?lesson=K4-01'],
	[ada, 'teaching/settings'],
	[dee, 'teaching/settings/additions']
] as const)
	test(`/desk/${where} looks right to ${who}`, async ({ browser }) => {
		const page = await atTheDesk(browser, who);
		await page.goto(`/desk/${where}`);
		await looksRight(page);
	});
