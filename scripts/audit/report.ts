import { dayLabel, instantLabel } from '../../contract/day';
import type { Audited } from '../../cloudfunctions/kernel/audit/check';
import type { SealDoc } from '../../cloudfunctions/kernel/audit/collections';
import type { Fault } from '../../cloudfunctions/kernel/audit/rules/seal';

const faults: Record<Fault['kind'], (id: string) => string> = {
  seal: (id) => `封存 ${id} 被改动，或它前面的封存缺失`,
  entry: (id) => `记录 ${id} 被改动，或它前面的记录缺失`,
  missing: (id) => `已封存的记录 ${id} 不见了，或被改写`,
  added: (id) => `记录 ${id} 是在当天封存之后才加进来的`,
  count: (id) => `封存 ${id} 所管的记录，条数与封存时不同`,
  lost: (id) => `抄下的封存 ${id} 不见了，或被改写`,
};

const count = (number: number): string => number.toLocaleString('en-US');
const about = ({ day }: SealDoc): string => (day === null ? '早期版本的记录' : `${dayLabel(day)}的记录`);

/** How a seal is noted down, and given to `--seal`. */
export const noteOf = ({ _id, hash }: Pick<SealDoc, '_id' | 'hash'>): string => `${_id}:${hash}`;

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
  return [...verdict, ...found.map(({ kind, id }) => `  ${faults[kind](id)}`), ...(newest ?? [])];
}
