// Opens a house on the folder it is given, says so, and stays until it is killed.
import { readConfig } from '../../src/lib/server/config.ts';
import { openHouse } from '../../src/lib/server/organisations/index.ts';

await openHouse(readConfig({ DATA_DIR: process.argv[2] }));
console.log('open');
setInterval(() => {}, 1_000_000);
