// A process of its own that makes one document: what it is to say comes in, and the PDF goes out. Nothing is
// written to a disk, and a password stands in no list of processes.
import { stdin, stdout } from 'node:process';
import { buffer } from 'node:stream/consumers';
import { make, type Paper, type Printing } from './making.ts';

type Sent = { paper: Paper; printing: Printing };

const isMoment = new Set(['at', 'sentAt', 'printedAt']);

const { paper, printing } = JSON.parse((await buffer(stdin)).toString(), (name, value) =>
	isMoment.has(name) ? new Date(value as string) : (value as unknown)
) as Sent;
stdout.write(await make(paper, printing));
