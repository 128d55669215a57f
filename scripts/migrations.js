// Writes the migrations for what changed in the domains' schemas: `npm run migrations -- NAME`.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const name = process.argv[2];
if (!name || !/^[a-z][a-z0-9-]*$/.test(name)) {
	console.error('Name the migration for what it allows: npm run migrations -- close-a-case');
	process.exit(1);
}

for (const kind of ['platform', 'organisation', 'public']) {
	execFileSync(
		'npx',
		['drizzle-kit', 'generate', '--config', `drizzle/${kind}.config.ts`, '--name', name],
		{ stdio: 'inherit' }
	);
	makeStrict(join('drizzle', kind));
}

// drizzle-kit does not write STRICT, without which SQLite puts any type into any column.
function makeStrict(folder) {
	for (const file of readdirSync(folder).filter((each) => each.endsWith('.sql'))) {
		const path = join(folder, file);
		const sql = readFileSync(path, 'utf8');
		writeFileSync(path, sql.replace(/^\);$/gm, ') STRICT;').replace(/^\)$(?=\n*$)/gm, ') STRICT'));
	}
}
