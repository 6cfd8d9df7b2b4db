import type { Archive } from './archive';
import { readXml } from './xml';

/** How a number is shown: all its digits and nothing else, as a date or time, or in some other way. */
export type Shown = 'plain' | 'date' | { format: string };

/** Formats that a file may use by number without spelling them (ECMA-376, 18.8.30), dates by ranges apart. */
const builtIn: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  48: '##0.0E+0',
  49: '@',
};
const dates = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const;

/** How the numbers of each cell style are shown, by the style's place in the list. */
export async function readFormats(archive: Archive, path: string | undefined): Promise<Shown[]> {
  if (path === undefined) return [];
  const own = new Map<number, string>();
  const styles: Shown[] = [];
  let inCells = false;
  await readXml(archive.read(path), {
    open(name, { numFmtId, formatCode = '' }) {
      if (name === 'numFmt') own.set(Number(numFmtId), formatCode);
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) styles.push(shownBy(Number(numFmtId ?? 0), own));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

function shownBy(id: number, own: ReadonlyMap<number, string>): Shown {
  const format = own.get(id) ?? builtIn[id];
  if (format !== undefined) return shownAs(format);
  return dates.some(([from, to]) => id >= from && id <= to) ? 'date' : { format: `第 ${id} 号格式` };
}

/** Exported for its test. */
export function shownAs(format: string): Shown {
  // Of positive numbers only; colours, languages, and spaces as wide as a character change nothing of what is read.
  const [positive = ''] = format.split(';');
  const bare = positive.replace(/\[(?![hms]+\]|dbnum)[^\]]*\]|_.|\*.|\\ /gi, '').trim();
  if (/^(general|g\/通用格式|0|@|#?#?0(\.0+)?e\+0+)?$/i.test(bare)) return 'plain';
  return /[ymdhs]/i.test(bare.replace(/"[^"]*"|\\.|\[dbnum\d\]/gi, '')) ? 'date' : { format };
}
