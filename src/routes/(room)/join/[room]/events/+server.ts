import type { Component } from 'svelte';
import { render } from 'svelte/server';
import Moment from '#lib/components/room/Moment.svelte';
import ScreenMoment from '#lib/components/room/ScreenMoment.svelte';
import type * as rooms from '#lib/server/rooms/index.ts';
import { roomBehind } from '../finding.ts';
import type { RequestHandler } from './$types';

/** Says a moment as an event. It is made once, and the same bytes go to everybody. */
function saying(component: Component<{ moment: rooms.Moment }>): rooms.Encode {
	const said = new WeakMap<rooms.Moment, Uint8Array>();
	return (moment) => {
		const before = said.get(moment);
		if (before) return before;
		const { body } = render(component, { props: { moment } });
		const event = `id: ${moment.revision}\nevent: moment\ndata: ${JSON.stringify(body)}\n\n`;
		const bytes = new TextEncoder().encode(event);
		said.set(moment, bytes);
		return bytes;
	};
}

const toTheClass = saying(Moment);
const toTheScreen = saying(ScreenMoment);

export const GET: RequestHandler = async ({ params, request, url }) => {
	const { hall, room } = await roomBehind(params.room);
	const seen = Number(request.headers.get('last-event-id') ?? url.searchParams.get('seen'));
	const encode = url.searchParams.get('for') === 'screen' ? toTheScreen : toTheClass;
	const stream = hall.streams.open(room, seen, encode);
	if (stream === 'full') return new Response(null, { status: 503 });
	return new Response(stream, {
		headers: {
			'content-type': 'text/event-stream',
			'cache-control': 'no-store',
			// A proxy that gathers what it passes on would hold it back.
			'x-accel-buffering': 'no'
		}
	});
};
