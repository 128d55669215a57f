// `npm run test:mutation`: changes the access policy in every small way there is, and sees whether a test
// notices. It fails below 95 in a hundred.
import { install, run } from './setup.js';

install();
const { status } = run(['node_modules/@stryker-mutator/core/bin/stryker.js', 'run']);
process.exit(status ?? 1);
