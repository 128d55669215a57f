export interface NavLink {
	href: string;
	label: string;
	current: boolean;
	count?: number;
}
