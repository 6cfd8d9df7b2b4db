import { stop } from './setup';

export default stop;
