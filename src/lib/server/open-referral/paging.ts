export type Page<Item> = {
	total_items: number;
	total_pages: number;
	page_number: number;
	size: number;
	first_page: boolean;
	last_page: boolean;
	empty: boolean;
	contents: Item[];
};

/**
 * One page of a list, in the envelope of HSDS-UK 3.0. A list of nothing has one page, and it is empty; past
 * the last page there is nothing.
 */
export function pageOf<Item>(items: Item[], number: number, perPage: number): Page<Item> {
	const contents = items.slice((number - 1) * perPage, number * perPage);
	const pages = Math.max(1, Math.ceil(items.length / perPage));
	return {
		total_items: items.length,
		total_pages: pages,
		page_number: number,
		size: contents.length,
		first_page: number === 1,
		last_page: number === pages,
		empty: contents.length === 0,
		contents
	};
}
