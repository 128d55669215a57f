import type { Staff, Stage } from '#lib/server/access/index.ts';
import type { Database } from '#lib/server/db/index.ts';
import type { House } from '#lib/server/organisations/index.ts';

declare global {
	namespace App {
		interface Locals {
			house: House;
			/** Who has come, and how far; nobody, when nobody has. */
			comer: { staff: Staff; stage: Stage } | undefined;
			/** Who is signed in, all the way; nobody, on the doors that know nobody. */
			staff: Staff | undefined;
			/** The database of the organisation that the person is signed in to. */
			db: Database<'organisation'> | undefined;
		}
		interface Error {
			message: string;
			/** Names the fault in the log. It says nothing about anybody. */
			reference?: string;
		}
	}
}
