import type { ImportItem, ImportView } from '@contract/shared/imports';
import {
  importItemStateNames,
  importStateNames,
  importVerdictNames,
  importVerdicts,
  type ImportVerdict,
} from '@contract/shared/imports/constants';

/** The kinds of rows that there are, what needs somebody first. */
export const verdictsOf = ({ counts }: ImportView): { key: ImportVerdict; label: string }[] =>
  importVerdicts
    .filter((verdict) => counts[verdict] > 0)
    .map((verdict) => ({ key: verdict, label: `${importVerdictNames[verdict]} ${counts[verdict]}` }));

/** `新增 3，改动 2`, or that there is nothing to do. */
export function totalText({ counts, rows }: ImportView): string {
  const parts = (['added', 'changed'] as const)
    .filter((verdict) => counts[verdict] > 0)
    .map((verdict) => `${importVerdictNames[verdict]} ${counts[verdict]}`);
  const same = rows - counts.added - counts.changed - counts.ambiguous;
  if (parts.length > 0 && same > 0) parts.push(`不变 ${same}`);
  const rest = counts.missing > 0 ? `；系统里有 ${counts.missing} 个不在文件里，不会因此删除` : '';
  return `共 ${rows} 行：${parts.length > 0 ? parts.join('，') : '与现在一样，没有要改的'}${rest}。`;
}

/** One state, in the list of imports. */
export const stateText = ({ state, done, all }: ImportView): string => {
  if (state === 'applying' || state === 'undoing') return `${importStateNames[state]} ${done}/${all}`;
  return state === 'ready' && all === 0 ? '没有要改的' : importStateNames[state];
};

/** `第 12 行`, or that the file does not have it. */
export const lineText = ({ line }: Pick<ImportItem, 'line'>): string => (line === 0 ? '文件里没有' : `第 ${line} 行`);

/** What becomes of it, a line each: `名称 “城南” → “城南街道”`. */
export const changeTexts = ({ changes, verdict }: ImportItem): string[] =>
  changes.map(({ field, from, to }) => {
    if (verdict === 'wrong') return `${field ? `${field}：` : ''}${from}。${to}`;
    return from === '' ? `${field} ${to}` : `${field} “${from}” → “${to}”`;
  });

/** How far it has come, where that is worth a word. */
export const cameText = ({ state, why }: ImportItem): string =>
  [importItemStateNames[state], why].filter((part) => part !== '').join('：');
