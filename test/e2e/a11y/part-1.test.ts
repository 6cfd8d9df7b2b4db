import { examinePart } from './examine';

examinePart(__filename);
