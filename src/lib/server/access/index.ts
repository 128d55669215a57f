export { acts, may, roles, type Act, type Role, type Staff } from './acts.ts';
export { postedFromHere } from './origin.ts';
export { behindTheDesk, needed, routes } from './routes.ts';
