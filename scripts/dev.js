// `npm run dev`: the demonstration, on a server that shows a change as soon as it is saved.
import { install, run, seedWhenEmpty } from './setup.js';

const { PORT = '5173', DATA_DIR = 'data' } = process.env;
const env = { ...process.env, DATA_DIR, ORIGIN: `http://localhost:${PORT}` };

install();
seedWhenEmpty(DATA_DIR, env);
const { status } = run(['node_modules/vite/bin/vite.js', 'dev', '--port', PORT, '--strictPort'], {
	env
});
process.exit(status ?? 1);
