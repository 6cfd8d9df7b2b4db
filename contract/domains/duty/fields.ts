import type { TextRule } from '../../text';
import { GROUP_MAX, TITLE_MAX } from './constants';

export const groupField: TextRule = { name: '小组名称', max: GROUP_MAX };
/** Empty: the duty's own name. */
export const titleField: TextRule = { name: '职务名称', max: TITLE_MAX, optional: true };
/** Of somebody who does not use the system, or as a member is called here. */
export const personField: TextRule = { name: '姓名', max: 20 };
