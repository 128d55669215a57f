export interface NavLink {
	href: string;
	label: string;
	current: boolean;
	count?: number;
	/** The keys that go there: one, or `g` and one after it. */
	keys?: string;
	/** The field of that page in which its keys begin. */
	field?: string;
}
