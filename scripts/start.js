// `npm start`: everything that is missing is made, and the demonstration is served.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, install, seedWhenEmpty, serve } from './setup.js';

const { PORT = '3000', HOST = 'localhost', DATA_DIR = 'data' } = process.env;
const { ORIGIN = `http://localhost:${PORT}` } = process.env;
const env = { ...process.env, PORT, HOST, DATA_DIR, ORIGIN };

install();
build();
seedWhenEmpty(DATA_DIR, env);

const signIns = join(DATA_DIR, 'demonstration.txt');
if (existsSync(signIns)) console.log(readFileSync(signIns, 'utf8'));
serve(env);
