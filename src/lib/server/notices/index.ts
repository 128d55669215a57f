export { see, seeAbout, seeing, unopened, unseen, type Unopened, type Unseen } from './seeing.ts';
export { tell, type Notice } from './telling.ts';
