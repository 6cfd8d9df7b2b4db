import type { Problem } from './table';

/** Lines shown at most; the count is always told. */
const SHOWN = 200;

/** `第 3 行 · ISBN：校验位不对 → 对照书背面的 13 位号码` for each problem, in the order of the file. */
export function problemLines(problems: readonly Problem[]): string[] {
  const sorted = [...problems].sort((a, b) => a.line - b.line);
  const lines = sorted
    .slice(0, SHOWN)
    .map(
      ({ line, column, what, fix }) => `  第 ${line} 行${column ? ` · ${column}` : ''}：${printable(what)} → ${fix}`,
    );
  if (sorted.length > SHOWN) lines.push(`  ……另有 ${sorted.length - SHOWN} 处`);
  return lines;
}

/** What a file holds may be quoted; characters in it that control a terminal or turn the text round must not reach it. */
export const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cf}]/gu, '·');
