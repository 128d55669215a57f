import * as v from 'valibot';

// The address of a browser's own e-mail field (HTML, "valid e-mail address"). It has no space, comma,
// bracket, quotation mark or control in it, so that one address cannot become two, or a header.
// RFC 5321, section 4.5.3.1.3, ends a path at 256 octets with its two brackets.
const address = v.pipe(v.string(), v.maxLength(254), v.rfcEmail());

/** Whether this is one plain e-mail address and nothing beside it. */
export const isAddress = (text: string): boolean => v.is(address, text);

// Line ends would begin another header; Unicode's other separators and its marks of direction would
// let a line look like another one.
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu;

/**
 * Text as it may stand in a header: on one line, with nothing in it that is not seen, and without what
 * would begin an encoded word (RFC 2047) that hides the same.
 */
export const onOneLine = (text: string): string =>
	text.toWellFormed().replaceAll(unseen, ' ').replaceAll('=?', '= ?').trim();
