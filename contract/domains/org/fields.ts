import type { TextRule } from '../../text';

export const orgFields = {
  name: { name: '组织名称', max: 60 },
  code: { name: '组织编号', max: 80, optional: true },
} as const satisfies Record<string, TextRule>;
