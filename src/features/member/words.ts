import { dayOf, formDate, instantLabel, startOfDay } from '@contract/day';
import type { MemberDetail, MemberRow } from '@contract/domains/member/actions';
import { roleNames } from '@contract/roles';

/** 第一支部、青年理论社. */
export const orgsText = ({ orgs }: Pick<MemberRow, 'orgs'>): string =>
  orgs.map(({ name }) => name).join('、') || '暂无组织';

/** 支部书记、讲师; empty for most. */
export const rolesText = ({ roles }: Pick<MemberRow, 'roles'>): string =>
  roles.map((role) => roleNames[role]).join('、');

/** 停用中, or until when, the last day included; empty for who is not disabled. */
export function disabledText({ disabled }: Pick<MemberRow, 'disabled'>): string {
  if (disabled === null) return '';
  const { until } = disabled;
  if (until === null) return '停用中';
  // One that ends with a day is told by that day, not by the midnight after it.
  const isWholeDay = startOfDay(dayOf(until)) === until;
  return `停用至 ${isWholeDay ? dayText(until - 1) : instantLabel(until)}`;
}

type Held = MemberDetail['roles'][number];

/** 支部书记, or in whose place: 支部书记（代许清和）. */
export const roleTitle = ({ role, of }: Pick<Held, 'role' | 'of'>): string =>
  of === null ? roleNames[role] : `${roleNames[role]}（代${of}）`;

const dayText = (instant: number): string => formDate(instant).replace(/-0?/g, '.');

/** From when until when; empty where nobody said. */
export function roleContext({ from, until, state }: Pick<Held, 'from' | 'until' | 'state'>): string | undefined {
  if (state === 'coming') return from === null ? undefined : `${dayText(from)} 起`;
  if (until === null) return from === null ? undefined : `${dayText(from)} 起`;
  return state === 'past' ? `已于 ${dayText(until)} 期满` : `至 ${dayText(until)}`;
}

type Duty = MemberDetail['duties'][number];

/** From when until when a duty is held; of one without an end that has begun, nothing. */
export function dutyContext({ from, until, coming }: Pick<Duty, 'from' | 'until' | 'coming'>): string | undefined {
  const parts = [coming && `${dayText(startOfDay(from))} 起`, until !== null && `至 ${dayText(startOfDay(until))}`];
  return parts.filter(Boolean).join('，') || undefined;
}

/** From when until when a duty was held: 2023.9.1 – 2025.8.31. */
export const formerContext = ({ from, until }: Pick<Duty, 'from' | 'until'>): string =>
  [from, until].map((day) => (day === null ? '' : dayText(startOfDay(day)))).join(' – ');

/** 曾用名：林旺书（用到 2026.11.29）、林望叔（…）. */
export const formerText = (names: MemberDetail['formerNames']): string =>
  `曾用名：${names.map(({ name, until }) => `${name}（用到 ${dayText(until)}）`).join('、')}`;

/** How far a merge of this record with another has come. */
export const mergingText = (merging: NonNullable<MemberDetail['merging']>): string =>
  merging === 'stalled'
    ? '正在和另一个账号合并，上一次没能做完。系统每小时再试一次，不用做什么；过了一天还在这里，请告诉系统的维护人员。'
    : '正在和另一个账号合并，一般几分钟就好。';
