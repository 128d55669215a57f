import { createHash } from 'node:crypto';
import script from '#lib/browser/info.js?raw';

/** What a browser holds the help door's one file to. */
export const integrity = `sha256-${createHash('sha256').update(script).digest('base64')}`;
