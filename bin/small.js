import { setFlagsFromString } from 'node:v8';

// Node lets its memory grow to half a gigabyte while it reads the sources, most of it waste. A command has
// time, and the machine of a school has other work.
setFlagsFromString('--max-semi-space-size=1');
setFlagsFromString('--optimize-for-size');
