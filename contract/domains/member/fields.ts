import type { TextRule } from '../../text';

/** Why somebody thinks that two records are one person. */
export const mergeReasonField: TextRule = { name: '情况', max: 60 };

/** Read by the person who is disabled. */
export const disableReasonField: TextRule = { name: '原因', max: 60 };

/** A merging code as it is typed. */
export const mergeCodeField: TextRule = { name: '合并码', max: 20 };
