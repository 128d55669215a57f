import { addAccount } from './account.ts';
import type { Command } from './command.ts';
import { importDirectory } from './directory.ts';
import { checkLessons } from './lessons.ts';
import { exportLedger, signLedger, verifyLedger } from './ledger.ts';
import { addOrganisation, listOrganisations } from './organisation.ts';
import { demonstrationCode, seedDemonstration } from './seed.ts';
import { checkServices } from './services.ts';

/** Every command there is. The README names each (tests/promises/settings.test.ts compares). */
export const commands: Record<string, Command> = {
	'organisation add': {
		usage: 'organisation add NAME --kind school|service|partnership',
		run: addOrganisation
	},
	'organisation list': { usage: 'organisation list', run: listOrganisations },
	'account add': {
		usage:
			'account add --email ADDRESS --name NAME --organisation ID --role ROLE (the password is the first line typed)',
		run: addAccount
	},
	'ledger export': {
		usage: 'ledger export --organisation ID [--to FILE] [--checkpoint FILE]',
		run: exportLedger
	},
	'ledger checkpoint': {
		usage: 'ledger checkpoint --organisation ID [--to FILE]',
		run: signLedger
	},
	verify: { usage: 'verify --organisation ID [--checkpoint FILE]', run: verifyLedger },
	'lessons check': { usage: 'lessons check [PATH…]', runBeside: checkLessons },
	'services check': { usage: 'services check [FILE]', runBeside: checkServices },
	'directory import': {
		usage: 'directory import FILE|ADDRESS [--allow-private]',
		run: importDirectory
	},
	seed: { usage: 'seed', run: seedDemonstration },
	'demo code': { usage: 'demo code NAME', runBeside: demonstrationCode }
};
