import type { TextRule } from '../../text';

export const personField: TextRule = { name: '姓名', max: 20 };
/** A seal as it was printed: its number and what proves it. */
export const notedField: TextRule = { name: '抄下的封存', max: 80 };

/** Whether a text can be a seal that somebody noted down. */
export const isNoted = (text: string): boolean => /^\d{12}:[0-9a-f]{64}$/.test(text);
