import type { TextRule } from '../../text';
import { ABOUT_MAX } from './constants';

export const eventFields = {
  title: { name: '活动名称', max: 40 },
  place: { name: '地点', max: 60 },
  about: { name: '活动介绍', max: ABOUT_MAX, multiline: true },
} as const satisfies Record<string, TextRule>;
