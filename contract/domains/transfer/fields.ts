import type { TextRule } from '../../text';

export const transferReasonField: TextRule = { name: '一句话说明', max: 60, optional: true };
export const transferAnswerField: TextRule = { name: '原因', max: 100, optional: true };
export const transferFindField: TextRule = { name: '组织的名称或编号', max: 30 };
