export { isDue, toBeWrittenTo, wrote } from './lettering.ts';
export { asLetter } from './mailing.ts';
export { see, seeAbout, seeing, unopened, unseen, type Unopened, type Unseen } from './seeing.ts';
export { set, setting, settingOf, usual, type Setting } from './settings.ts';
export { tell, type Notice } from './telling.ts';
