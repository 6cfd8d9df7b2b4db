import { formDate, formTime } from '@contract/day';
import type { AuditEntry } from '@contract/domains/audit/actions';
import { auditKindNames, exportPurposeNames } from '@contract/domains/audit/constants';

/** `2026-11-23 09:04`: an auditor compares instants, so nothing is left out. */
export const momentText = (at: number): string => `${formDate(at)} ${formTime(at)}`;

/** Who did it. Who has erased his record is known by his number only. */
export const actorText = ({ actor: { id, name } }: Pick<AuditEntry, 'actor'>): string =>
  name ?? `已注销的成员（${shortId(id ?? '')}）`;

/** The beginning of a number, enough to tell two apart on one page. */
export const shortId = (id: string): string => (id.length > 12 ? `${id.slice(0, 10)}…` : id);

/** One thing: 组织 秘书学 2301 团支部. */
export const thingText = ({ what, id, name }: AuditEntry['things'][number]): string => `${what} ${name ?? shortId(id)}`;

export const thingsText = ({ things }: Pick<AuditEntry, 'things'>): string => things.map(thingText).join('、');

/** 查看, 被拒绝：没有权限, 导出（汇总上报，20 行）. */
export function resultText({
  kind,
  outcome,
  purpose,
  rows,
}: Pick<AuditEntry, 'kind' | 'outcome' | 'purpose' | 'rows'>): string {
  const name = auditKindNames[kind];
  if (kind === 'refused' || kind === 'failed') return `${name}：${outcome}`;
  const more = [purpose && exportPurposeNames[purpose], rows !== null && `${rows} 行`].filter(Boolean).join('，');
  return more === '' ? name : `${name}（${more}）`;
}
