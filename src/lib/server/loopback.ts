/** The names of this very machine: what goes there leaves it on no wire. */
export const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);
