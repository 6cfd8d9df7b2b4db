import type { TextRule } from '../../text';

/** Of a sign-up form: what it asks, offers, and is answered. */
export const signUpFields = {
  question: { name: '问题', max: 30 },
  option: { name: '选项', max: 20 },
  answer: { name: '回答', max: 100, optional: true },
} as const satisfies Record<string, TextRule>;
