import type { TextRule } from '../../text';
import { ANSWER_MAX } from './constants';

export const answerField: TextRule = { name: '回答', max: ANSWER_MAX, optional: true };
