import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { documents, fonts } from './places.ts';

let compiler: NodeCompiler | undefined;

/** Sets a document of `content/documents` with its data, tagged, as PDF/UA-1. What Typst finds wrong is a fault. */
export function set(template: string, data: unknown): Uint8Array {
	compiler ??= NodeCompiler.create({
		workspace: documents(),
		fontArgs: [{ fontPaths: [fonts()] }]
	});
	const inputs = { data: JSON.stringify(data) };
	try {
		return compiler.pdf(
			{ mainFilePath: `${documents()}/${template}`, inputs },
			{ pdfStandard: 'ua-1' }
		);
	} finally {
		// It would keep what was set last, which is about a child.
		compiler.evictCache(0);
	}
}
