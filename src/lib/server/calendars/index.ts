export { endLink, linkMadeAt, makeLink } from './linking.ts';
export { show } from './showing.ts';
