import { customType, integer } from 'drizzle-orm/sqlite-core';
import { wellFormed } from './text.ts';

/** A text column. It cleans what it is given, so that a form which forgot to cannot bring the server down. */
export const words = customType<{ data: string; driverData: string }>({
	dataType: () => 'text',
	toDriver: wellFormed
});

/** A moment in UTC, kept as milliseconds since 1970. */
export const moment = (name: string) => integer(name, { mode: 'timestamp_ms' });
