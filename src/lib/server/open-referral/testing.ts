import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { audiences, keptLists, needs, sectors, type Service } from '../directory/index.ts';
import { lantern } from '../testing.ts';

/** The official schemas, mocks and fixtures, which lie beside the repository where there are any (see SOURCE.txt there). */
export const official = resolve('../shared/facts/openreferral');
export const hasOfficial = existsSync(join(official, 'SOURCE.txt'));

export const readOfficial = (path: string): unknown =>
	JSON.parse(readFileSync(join(official, path), 'utf8'));

const base = 'https://schemas.example/';

/** Everything an official schema says against a thing. */
export function officialChecks() {
	const ajv = new Ajv2020({ strict: false, allErrors: true });
	(formats as unknown as (to: Ajv2020) => void)(ajv);
	const folder = 'uk-live-3.0/schemata';
	for (const file of readdirSync(join(official, folder)))
		ajv.addSchema({ ...(readOfficial(`${folder}/${file}`) as object), $id: base + file });
	const compiled = new Map<string, ReturnType<Ajv2020['compile']>>();
	return (file: string, thing: unknown): string[] => {
		const known = compiled.get(file);
		const own =
			known ?? (file.includes('/') ? ajv.compile(anonymous(file)) : ajv.getSchema(base + file)!);
		compiled.set(file, own);
		own(thing);
		return (own.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
	};
}

function anonymous(file: string): object {
	const { $id, ...schema } = readOfficial(file) as { $id?: string };
	return { ...schema, $id: `${base}${file}#${$id ?? ''}`.split('#')[0] };
}

const words = fc
	.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
	.map((text) => `A ${text}`);
const maybe = <Value>(value: fc.Arbitrary<Value>, none: Value) =>
	fc.oneof(value, fc.constant(none));
const age = fc.option(fc.integer({ min: 0, max: 25 }));
const subset = <Item>(items: readonly Item[]) => fc.subarray([...items]);
const part = maybe(words, '');
const coordinate = fc.option(fc.double({ min: -90, max: 90, noNaN: true }));

const somewhere = fc.uuid().map((mark) => `Street ${mark}`);
const place = fc.record({
	name: part,
	address: somewhere,
	city: part,
	county: part,
	postcode: fc.constantFrom('', 'ZE1 0AA', 'LS1 1AA'),
	latitude: coordinate,
	longitude: coordinate
});

/** Services of every kind, as the public database may hold them, confidential ones with places among them. */
export const services: fc.Arbitrary<Service> = fc
	.record({
		name: words,
		about: part,
		takes: part,
		sector: fc.constantFrom(...sectors),
		fromAge: age,
		toAge: age,
		hours: part,
		cost: part,
		howToRefer: part,
		telephone: maybe(fc.constant('0113 496 0000'), ''),
		email: maybe(fc.constantFrom('help@lantern.example', 'not an address'), ''),
		website: maybe(
			fc.constantFrom('https://lantern.example/a b', 'lantern', 'javascript:alert(1)'),
			''
		),
		confidential: fc.boolean(),
		assuredOn: fc.constantFrom(null, '2026-10-01', 'last May'),
		waitWeeks: fc.option(fc.integer({ min: 0, max: 60 })),
		statedAt: fc.date({
			min: new Date('2026-01-01'),
			max: new Date('2026-11-20'),
			noInvalidDate: true
		}),
		lists: fc
			.record({
				needs: subset(needs),
				audiences: subset(audiences),
				areas: fc.uniqueArray(words, { maxLength: 3 }),
				languages: fc.uniqueArray(words, { maxLength: 3 }),
				places: fc.array(place, { maxLength: 3 })
			})
			.map(keptLists),
		id: fc.uuid()
	})
	.map(({ lists, ...one }) => ({ ...lantern, ...one, ...lists, organisationId: one.id }));
