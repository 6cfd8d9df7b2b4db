import { printable } from '../../cloudfunctions/shared/sheets/rules/printable';
import { type Problem, SET_AS_TEXT } from '../../cloudfunctions/shared/sheets/rules/table';
import type { Counts } from './write';

/** Lines shown at most; the count is always told. */
const SHOWN = 200;

/** Setting the format alone leaves the numbers that are there; this turns a whole column. */
const HOW_TO_SET_AS_TEXT =
  '整列改为 “文本” 不必逐格重填：选中这一列，用 “数据 → 分列”，最后一步选 “文本”；再把丢失的 0 和变样的内容补正。';

/** `第 3 行 · ISBN：校验位不对 → 对照书背面的 13 位号码` for each problem, in the order of the file. */
export function problemLines(problems: readonly Problem[]): string[] {
  const sorted = [...problems].sort((a, b) => a.line - b.line);
  const lines = sorted
    .slice(0, SHOWN)
    .map(
      ({ line, column, what, fix }) => `  第 ${line} 行${column ? ` · ${column}` : ''}：${printable(what)} → ${fix}`,
    );
  if (sorted.length > SHOWN) lines.push(`  ……另有 ${sorted.length - SHOWN} 处`);
  if (sorted.some(({ fix }) => fix === SET_AS_TEXT)) lines.push(HOW_TO_SET_AS_TEXT);
  return lines;
}

/** `✓ 共 9 行：新增 3，已存在 6（更正 1，不变 5）`; notes follow, a line each. */
export function outcomeLines(
  rows: number,
  { added, present, changed = 0, notes = [] }: Counts,
  dryRun: boolean,
): string[] {
  const kept =
    present === 0
      ? ''
      : changed === 0
        ? '（保持不变）'
        : `（${dryRun ? '可更正' : '更正'} ${changed}，不变 ${present - changed}）`;
  const shown = notes.slice(0, SHOWN).map(printable);
  const left = notes.length - shown.length;
  return [
    `✓ 共 ${rows} 行：${dryRun ? '可新增' : '新增'} ${added}，已存在 ${present}${kept}`,
    ...shown,
    ...(left > 0 ? [`  ……另有 ${left} 处`] : []),
    ...(dryRun ? ['只做了检查，没有写入。'] : []),
  ];
}
