// `npm run serve`: production. Nothing is made up: no demonstration, no address and no key but those given.
import { build, install, serve } from './setup.js';

const { PORT = '3000', HOST = 'localhost', DATA_DIR = 'data' } = process.env;

install();
build();
serve({ ...process.env, PORT, HOST, DATA_DIR, WAYMARK_MODE: 'production' });
