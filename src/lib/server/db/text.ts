// Unicode's Stream-Safe Text Format (UAX #15, section 13): after thirty marks on one letter comes a
// joiner that is not seen. Sorting the marks takes the square of how many there are, so that without
// this half a megabyte of them holds the whole server for twelve seconds.
const tooManyMarks = /(?:[\p{M}--\u034f]){30}(?=[\p{M}--\u034f])/gv;

/**
 * Text as a database may hold it: well-formed Unicode, no NUL, composed (NFC).
 *
 * A lone surrogate reaches libSQL as invalid UTF-8 and aborts the whole process when it is read
 * (tursodatabase/libsql#1223); a NUL cuts the text short on reading.
 */
export const wellFormed = (text: string): string =>
	text.toWellFormed().replaceAll('\0', '').replace(tooManyMarks, '$&\u034f').normalize('NFC');
