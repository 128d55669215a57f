// One import into the public database of a folder, as `importing.test.ts` asks; it says what it took.
import { open } from '../../src/lib/server/db/index.ts';
import { importFrom, sourceOf } from '../../src/lib/server/open-referral/index.ts';

const [folder = '', address = ''] = process.argv.slice(2);
const published = await open('public', { url: `file:${folder}/public.db` });
const source = await sourceOf(address, { allowPrivate: true });
const { taken } = await importFrom(published, source, new Date('2026-11-27T12:00:00Z'));
console.log(JSON.stringify({ taken }));
source.close();
published.close();
