import * as contacts from '#lib/server/contacts/index.ts';
import { signedIn } from '#lib/server/signed-in.ts';

/** Who is around a case, with how it is safe to reach them, for a page that has just shown that case. */
export async function contactsOf(locals: App.Locals, reference: string) {
	const { staff, db } = signedIn(locals);
	const found = await contacts.read(db, staff, reference);
	return typeof found === 'object' ? found.contacts : [];
}
