export { filing } from './filing.workflow';
