import { sql, type SQL } from 'drizzle-orm';
import { may, type Staff } from '../access/index.ts';

const everyCase = sql`true`;
const none = sql`false`;

/** The cases a person may see: the lead and the deputies see every one, nobody else sees any. */
export const visibleTo = (staff: Staff): SQL => (may(staff, 'read a case') ? everyCase : none);
