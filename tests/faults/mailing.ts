// A server that sends the letter that waits; it posts one first where there is none. A test kills it.
import { readConfig } from '../../src/lib/server/config.ts';
import { startMail } from '../../src/lib/server/jobs/index.ts';
import * as mail from '../../src/lib/server/mail/index.ts';
import { letters } from '../../src/lib/server/mail/schema.ts';
import { openHouse } from '../../src/lib/server/organisations/index.ts';

const [, , folder, SMTP_URL] = process.argv;
const house = await openHouse(
	readConfig({ DATA_DIR: folder, SMTP_URL, MAIL_FROM: 'waymark@moss.example' })
);
if ((await house.platform.$count(letters)) === 0)
	await mail.post(house.platform, { to: 'dee@moss.example', subject: 'Waymark', text: 'Hello.' });

const running = startMail(house, { report: (fault) => console.log(`fault: ${String(fault)}`) });
await running.settled();
console.log(`waiting: ${(await mail.waiting(house.platform)).length}`);
await running.stop();
await house.close();
