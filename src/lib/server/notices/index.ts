export { see, seeAbout, seeing, unseen, type Unseen } from './seeing.ts';
export { tell, type Notice } from './telling.ts';
