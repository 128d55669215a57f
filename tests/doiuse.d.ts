declare module 'doiuse' {
	import type { AcceptedPlugin } from 'postcss';

	interface Options {
		browsers: string[];
		onFeatureUsage: (usage: { feature: string; message: string }) => void;
	}
	export default function doiuse(options: Options): AcceptedPlugin;
}
