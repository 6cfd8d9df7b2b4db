import type { TextRule } from '../../text';
import { NOTE_MAX, SENTENCE_MAX } from './constants';

export const noteField: TextRule = { name: '备注', max: NOTE_MAX, optional: true };
export const sentenceField: TextRule = { name: '说明', max: SENTENCE_MAX, optional: true };
