import type { TextRule } from '../../text';
import { APPEAL_MAX, WORDS_MAX } from './constants';

export const wordsField: TextRule = { name: '说明', max: WORDS_MAX, optional: true, multiline: true };
export const appealField: TextRule = { name: '申诉理由', max: APPEAL_MAX, multiline: true };
