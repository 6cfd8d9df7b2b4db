import type { TextRule } from '../../text';
import { FEEDBACK_MAX } from './constants';

export const feedbackField: TextRule = { name: '内容', max: FEEDBACK_MAX, multiline: true };
export const followField: TextRule = { name: '补充', max: FEEDBACK_MAX, multiline: true };
export const replyField: TextRule = { name: '答复', max: FEEDBACK_MAX, multiline: true };
