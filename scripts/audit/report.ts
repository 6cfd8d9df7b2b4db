import { dayLabel, instantLabel } from '../../contract/day';
import type { Audited } from '../../cloudfunctions/kernel/audit/check';
import type { SealDoc } from '../../cloudfunctions/kernel/audit/collections';
import { noteOf } from '../../cloudfunctions/kernel/audit/rules/seal';
import { faultWords } from '../../contract/domains/audit/faults';

const count = (number: number): string => number.toLocaleString('en-US');
const about = ({ day }: SealDoc): string => (day === null ? '早期版本的记录' : `${dayLabel(day)}的记录`);

/** What was found, line by line. */
export function reportOf({ seals, sealed, unsealed, faults: found, last }: Audited): string[] {
  if (seals + unsealed + found.length === 0) return ['没有审计记录。请确认数据目录没有写错。'];
  const amount = `${count(seals)} 个封存，其下 ${count(sealed)} 条记录；尚未封存 ${count(unsealed)} 条`;
  const verdict =
    found.length === 0 ? [`✓ 审计记录完好：${amount}`] : [`✗ 审计记录有 ${found.length} 处问题（${amount}）：`];
  const newest = last && [
    `最近的封存（${about(last)}，写于${instantLabel(last.at)}）：`,
    `  ${noteOf(last)}`,
    '请把它抄在系统之外；以后用 --seal 核对，可证明从那时起末尾也没有被截去。',
  ];
  return [...verdict, ...found.map(({ kind, id }) => `  ${faultWords[kind](id)}`), ...(newest ?? [])];
}
