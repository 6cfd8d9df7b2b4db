import { ABOUT_MAX, FEEDBACK_MAX, NOTE_MAX, POINTER_MAX, QUESTION_MAX, REASON_MAX } from './constants';
import { ISBN_TEXT_MAX } from './isbn';
import type { TextRule } from './text';

/*
 * Every text that somebody types: what it is called, how long it may be, whether it may be empty or have lines. The
 * schemas and the forms take their rules from here, so that a form refuses what the server would, in the same words.
 */

export const nameField: TextRule = { name: '姓名', max: 20 };
export const searchField: TextRule = { name: '关键词', max: 40 };
export const noteField: TextRule = { name: '心得', max: NOTE_MAX, optional: true, multiline: true };
export const feedbackField: TextRule = { name: '内容', max: FEEDBACK_MAX, multiline: true };
export const replyField: TextRule = { name: '答复', max: FEEDBACK_MAX, multiline: true };

export const bookFields = {
  title: { name: '书名', max: 80 },
  author: { name: '作者', max: 60 },
  publisher: { name: '出版社', max: 60, optional: true },
  isbn: { name: 'ISBN', max: ISBN_TEXT_MAX, optional: true },
} as const satisfies Record<string, TextRule>;

export const wordsFields = {
  reason: { name: '荐语', max: REASON_MAX, multiline: true },
  question: { name: '导读问题', max: QUESTION_MAX, multiline: true },
  pointer: { name: '十分钟读什么', max: POINTER_MAX, multiline: true },
} as const satisfies Record<string, TextRule>;

export const eventFields = {
  title: { name: '活动名称', max: 40 },
  place: { name: '地点', max: 60 },
  about: { name: '活动介绍', max: ABOUT_MAX, multiline: true },
} as const satisfies Record<string, TextRule>;

/** Of a sign-up form: what it asks, offers, and is answered. */
export const signUpFields = {
  question: { name: '问题', max: 30 },
  option: { name: '选项', max: 20 },
  answer: { name: '回答', max: 100, optional: true },
} as const satisfies Record<string, TextRule>;
