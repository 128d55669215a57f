import { readConfig } from './config.ts';
import {
	startCheckpoints,
	startClocks,
	startCounting,
	startForgetting,
	startMail,
	startNotices,
	startPost,
	startRooms,
	startQuestions,
	type Checkpoints,
	type Post
} from './jobs/index.ts';
import { allTopics } from './help/index.ts';
import { logEvent, logFault } from './log.ts';
import { CannotOpen } from './db/index.ts';
import * as organisations from './organisations/index.ts';
import { openHouse, type House } from './organisations/index.ts';
import * as rooms from './rooms/index.ts';
import type { Hall } from './rooms/index.ts';

type Running = { house: House; hall: Hall; post: Post; checkpoints: Checkpoints };

// On `globalThis`, because `npm run dev` loads this module anew after a change, and a second house
// on the same data folder would find it locked.
const place = globalThis as { waymark?: Promise<Running> };

/** The house and its jobs, opened when first asked for and closed when the process ends. */
export const running = (): Promise<Running> => (place.waymark ??= begin());

async function begin(): Promise<Running> {
	const house = await openHouse(readConfig());
	await refuseDemonstration(house);
	const hall = await rooms.openHall(house.published);
	const post = await startPost(house, (fault) => logFault(fault, 'the post'));
	const mail = startMail(house, { report: (fault) => logFault(fault, 'the mail') });
	const checkpoints = startCheckpoints(house, {
		report: (fault) => logFault(fault, 'the checkpoints'),
		posted: mail.wake
	});
	const telling = startNotices(house, {
		report: (fault) => logFault(fault, 'the notices'),
		posted: mail.wake
	});
	const clocks = startClocks(house, {
		report: (fault) => logFault(fault, 'the clocks'),
		told: telling.wake
	});
	const forgetting = startForgetting(house, (fault) => logFault(fault, 'forgetting drafts'));
	const counting = startCounting(
		house,
		allTopics().map(({ id }) => id),
		(fault) => logFault(fault, 'counting topics')
	);
	const ending = startRooms(hall, (fault) => logFault(fault, 'ending lessons'));
	process.once('waymark:ending' as NodeJS.Signals, () => hall.streams.closeAll());
	const questions = startQuestions(house, {
		report: (fault) => logFault(fault, 'the questions'),
		told: telling.wake
	});
	if (house.config.production && !house.config.mail.server)
		logEvent(`SMTP_URL is not set: every letter is kept as a file in ${house.config.mail.folder}`);
	process.once('sveltekit:shutdown' as NodeJS.Signals, async () => {
		await checkpoints.stop();
		await clocks.stop();
		await telling.stop();
		await post.stop();
		await mail.stop();
		await forgetting.stop();
		await counting.stop();
		await ending.stop();
		await questions.stop();
		await house.close();
		logEvent('The databases are closed');
	});
	return { house, hall, post, checkpoints };
}

/** Everybody knows the demonstration's password, so a production server will not open one. */
async function refuseDemonstration(house: House): Promise<void> {
	if (!house.config.production) return;
	const present = await organisations.list(house.platform);
	if (!present.some(({ demonstration }) => demonstration)) return;
	await house.close();
	throw new CannotOpen('This data folder holds the demonstration: choose another DATA_DIR.');
}
