import type { TextRule } from '../../text';
import { NOTE_MAX } from './constants';

export const noteField: TextRule = { name: '心得', max: NOTE_MAX, optional: true, multiline: true };
