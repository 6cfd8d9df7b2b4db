import type { TextRule } from '../../text';

export const nameField: TextRule = { name: '姓名', max: 20 };
