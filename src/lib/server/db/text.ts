/**
 * Text as a database may hold it: well-formed Unicode, no NUL, composed (NFC).
 *
 * A lone surrogate reaches libSQL as invalid UTF-8 and aborts the whole process when it is read
 * (tursodatabase/libsql#1223); a NUL cuts the text short on reading.
 */
export const wellFormed = (text: string): string =>
	text.toWellFormed().replaceAll('\0', '').normalize('NFC');
