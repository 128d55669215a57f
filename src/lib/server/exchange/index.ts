export { deliverAll, pending } from './delivering.ts';
export { notUnderstood, receive, type Message, type Receiver } from './receiving.ts';
export { deliveries, incoming } from './schema.ts';
export { send, type NewMessage } from './sending.ts';
export { unread, type Unread } from './unread.ts';
