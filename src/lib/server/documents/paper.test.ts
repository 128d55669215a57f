import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { extractText, getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, test } from 'vitest';
import { asPdf } from './index.ts';

const noon = new Date('2026-11-10T12:00:00Z');

/** As long as a case of a hard year: sixty entries, on several pages. */
const sixty = {
	kind: 'chronology' as const,
	reference: 'K-4K7M-2QHD',
	child: { name: 'Robin Mossgate', born: '2013-03-01', year: 8, form: '8C' },
	entries: Array.from({ length: 60 }, (_, at) => ({
		...{ at: noon, happenedOn: '2026-11-09', kind: 'fact', by: 'Amal' },
		says: `Entry ${at + 1}. ${'Would not take the coat off. '.repeat(12)}`
	}))
};

/** Every element that a screen reader walks, by what it is, and what it says of itself. */
function elementsOf(document: PDFDocument): PDFDict[] {
	return document.context
		.enumerateIndirectObjects()
		.map(([, object]) => object)
		.filter((object) => object instanceof PDFDict)
		.filter((object) => object.get(PDFName.of('Type')) === PDFName.of('StructElem'));
}

const roleOf = (element: PDFDict): string => String(element.get(PDFName.of('S'))).slice(1);

describe('a chronology of sixty entries', () => {
	let pages: string[];
	let document: PDFDocument;

	beforeAll(async () => {
		const pdf = await asPdf(sixty, { printedBy: 'Dee Leads', printedAt: noon });
		({ text: pages } = await extractText(await getDocumentProxy(new Uint8Array(pdf))));
		document = await PDFDocument.load(pdf, { updateMetadata: false });
	});

	const inCatalog = (name: string) =>
		document.context.lookup(document.catalog.get(PDFName.of(name)));
	const entryOf = (name: string, key: string) => {
		const found = inCatalog(name);
		return found instanceof PDFDict ? String(found.get(PDFName.of(key))) : undefined;
	};
	const metadata = () => {
		const found = inCatalog('Metadata');
		return found instanceof PDFRawStream ? found.getContentsString() : '';
	};

	test('says on every page who printed it, when, and which page of how many it is', () => {
		expect(pages.length).toBeGreaterThan(5);
		expect(pages).toHaveLength(document.getPageCount());
		for (const [at, text] of pages.entries()) {
			expect(text).toContain('Printed by Dee Leads on 10 November 2026 at 12:00');
			expect(text).toContain(`Page ${at + 1} of ${pages.length}`);
			expect(text).toContain('Confidential');
		}
	});

	test('says on every page what stands in each column', () => {
		for (const text of pages) expect(text).toMatch(/When What What is written By/);
	});

	test('holds every entry, once and in its order', () => {
		const numbers = [...pages.join('\n').matchAll(/Entry (\d+)\./g)].map(([, at]) => Number(at));
		expect(numbers).toEqual(sixty.entries.map((_, at) => at + 1));
	});

	test('is what PDF/UA-1 asks of a file: tagged, in a language, under its title', () => {
		expect(entryOf('MarkInfo', 'Marked')).toBe('true');
		expect(entryOf('MarkInfo', 'Suspects')).toBe('false');
		expect(String(inCatalog('Lang'))).toContain('en-GB');
		expect(entryOf('StructTreeRoot', 'Type')).toBe('/StructTreeRoot');
		expect(entryOf('ViewerPreferences', 'DisplayDocTitle')).toBe('true');
		expect(metadata()).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
		expect(metadata()).toMatch(/<dc:title>.*Chronology K-4K7M-2QHD.*<\/dc:title>/s);
	});

	test('has every page in the tree of what is read', () => {
		for (const page of document.getPages())
			expect(page.node.get(PDFName.of('StructParents'))).toBeDefined();
	});

	test('is a heading and a table whose columns are named, and no picture without words', () => {
		const elements = elementsOf(document);
		const many = (role: string) => elements.filter((element) => roleOf(element) === role).length;
		expect(many('H1')).toBe(1);
		expect(many('TH')).toBe(4);
		expect(many('TR')).toBe(61);
		const undescribed = elements
			.filter((element) => roleOf(element) === 'Figure')
			.filter((element) => !element.has(PDFName.of('Alt')));
		expect(undescribed).toEqual([]);
	});

	test('says of each heading of a column that it is one of a column', () => {
		const scopes = elementsOf(document)
			.filter((element) => roleOf(element) === 'TH')
			.map((element) => {
				const said = document.context.lookup(element.get(PDFName.of('A')));
				const [one] = said instanceof PDFArray ? said.asArray() : [said];
				const attributes = document.context.lookup(one);
				return attributes instanceof PDFDict && String(attributes.get(PDFName.of('Scope')));
			});
		expect(scopes).toEqual(Array(4).fill('/Column'));
	});
});

describe('a referral on paper', () => {
	const parts = Array.from({ length: 6 }, (_, at) => ({
		heading: `Part ${at + 1}`,
		fields: Array.from({ length: 5 }, (_, field) => ({
			label: `Asked ${at + 1}.${field + 1}`,
			says: `Said ${at + 1}.${field + 1}. ${'Would not take the coat off. '.repeat(9)}`
		}))
	}));
	let pages: string[];
	let document: PDFDocument;

	beforeAll(async () => {
		const pdf = await asPdf(
			{
				...{ kind: 'referral', reference: 'R-4K7M-2QHD', to: 'Lantern', urgency: 'Urgent' },
				...{ from: 'Dee Leads, Mosshowe School', sentAt: noon, answerBy: '2026-11-11' },
				sections: parts
			},
			{ printedBy: 'Dee Leads', printedAt: noon }
		);
		({ text: pages } = await extractText(await getDocumentProxy(new Uint8Array(pdf))));
		document = await PDFDocument.load(pdf, { updateMetadata: false });
	});

	test('says to whom it goes, from whom, how soon, and by when to say that it has come', () => {
		for (const said of ['To Lantern', 'From Dee Leads, Mosshowe School', 'How soon: Urgent'])
			expect(pages[0]).toContain(said);
		expect(pages[0]).toContain('by 11 November 2026 that you have it');
	});

	test('holds every field under its label, once and in its order', () => {
		const text = pages.join('\n');
		const order = parts.flatMap(({ heading, fields }) => [
			heading,
			...fields.flatMap(({ label, says }) => [label, says.slice(0, 9)])
		]);
		const places = order.map((each) => text.indexOf(each));
		expect(places.every((place) => place >= 0)).toBe(true);
		expect(places).toEqual(places.toSorted((one, other) => one - other));
	});

	test('says on every page who printed it, when, and which page of how many it is', () => {
		expect(pages.length).toBeGreaterThan(1);
		for (const [at, text] of pages.entries()) {
			expect(text).toContain('Printed by Dee Leads on 10 November 2026 at 12:00');
			expect(text).toContain(`Page ${at + 1} of ${pages.length}`);
		}
	});

	test('is tagged: one title, and a heading for every part', () => {
		const many = (role: string) =>
			elementsOf(document).filter((element) => roleOf(element) === role).length;
		expect(many('H1')).toBe(1);
		expect(many('H2')).toBe(parts.length);
	});
});
