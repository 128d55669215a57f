import type { Client } from '@libsql/client';
import { dayAfterNow, idOf, now, ordinary, referenceOf, Rows } from './desk-filling.ts';

// What lies on a desk beside concerns and cases: what was sent, what came back, what was told, what was begun.
const sent = 200;
const told = [
	{ staffId: 'lead', unseen: 60, seen: 1_500 },
	{ staffId: ordinary, unseen: 12, seen: 100 }
];
const ago = (days: number): number => now.getTime() - days * 86_400_000;

/** What came back of each: nothing, that it was opened, or a decision as well. */
const cameBack = [[], ['opened'], ['opened', 'accepted'], ['opened', 'declined']];

const sentence = 'Words of the length that somebody writes who asks for help for a child. ';

async function referrals(client: Client): Promise<void> {
	const rows = new Rows(
		client,
		'referrals',
		'id reference case_id recipient_id recipient_name reason hoped_for childs_wishes agreement agreement_note safe_contact sent_by sent_at message_id form_key'
	);
	const messages = new Rows(client, 'outgoing', 'id kind version recipient_id body sent_at');
	const delivered = new Rows(client, 'deliveries', 'message_id delivered_at');
	const events = new Rows(client, 'referral_events', 'referral_id state says by at');
	const answers = new Rows(client, 'incoming', 'id kind version sender_id body received_at');
	for (let index = 0; index < sent; index += 1) {
		const [id, message, at] = [idOf('referral', index), idOf('message', index), ago(2 * index)];
		const service = `service-${index % 5}`;
		await rows.add(
			...[id, referenceOf('R', index), idOf('case', index), service, `Service ${index % 5}`],
			...[sentence.repeat(4), sentence.repeat(2), sentence, 'agreed', '', 'By letter.'],
			...['lead', at, message, idOf('referral form', index)]
		);
		await messages.add(message, 'referral', 1, service, sentence.repeat(12), at);
		if (index > 1) await delivered.add(message, at + 60_000);
		for (const [number, state] of (cameBack[index % 4] ?? []).entries()) {
			await events.add(id, state, sentence, 'Wren', at + number * 3_600_000);
			await answers.add(
				...[idOf(state, index), 'answer', 1, service, sentence.repeat(3), at + number * 3_600_000]
			);
		}
	}
	for (const each of [rows, messages, delivered, events, answers]) await each.end();
}

async function notices(client: Client): Promise<void> {
	const rows = new Rows(client, 'notices', 'id staff_id says about at');
	const away = new Rows(client, 'notices_seen', 'notice_id seen_at');
	for (const { staffId, unseen, seen } of told)
		for (let index = 0; index < unseen + seen; index += 1) {
			const id = idOf(`notice of ${staffId}`, index);
			await rows.add(
				...[id, staffId, 'Something was written down.', referenceOf('C', index), ago(index / 4)]
			);
			if (index >= unseen) await away.add(id, ago(index / 5));
		}
	await rows.end();
	await away.end();
}

async function drafts(client: Client): Promise<void> {
	const rows = new Rows(client, 'drafts', 'staff_id form fields saved_at');
	for (const staffId of ['lead', ordinary])
		await rows.add(staffId, '/desk/concerns/new', JSON.stringify({ place: sentence }), ago(0.1));
	await rows.end();
}

async function calendar(client: Client): Promise<void> {
	const rows = new Rows(
		client,
		'school_calendars',
		'opens_at closes_at terms closed set_by set_at'
	);
	const [terms, closed] = [`${dayAfterNow(-80)} ${dayAfterNow(22)}`, ''];
	await rows.add('08:30', '15:30', terms, closed, 'lead', ago(90));
	await rows.end();
}

/** Fills what a day at the desk reads beside the year, in a database that `fillDesk` filled. */
export async function fillDay(client: Client): Promise<void> {
	for (const part of [referrals, notices, drafts, calendar]) await part(client);
	await client.execute('pragma wal_checkpoint(truncate)');
}
