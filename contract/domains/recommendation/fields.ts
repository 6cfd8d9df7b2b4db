import type { TextRule } from '../../text';
import { POINTER_MAX, QUESTION_MAX, REASON_MAX } from './constants';

export const wordsFields = {
  reason: { name: '荐语', max: REASON_MAX, multiline: true },
  question: { name: '导读问题', max: QUESTION_MAX, multiline: true },
  pointer: { name: '十分钟读什么', max: POINTER_MAX, multiline: true },
} as const satisfies Record<string, TextRule>;
