import type { Block } from '../rules/builder';
import { DamagedXml } from './xml';

/** What a sheet can have at most (ECMA-376, 18.3.1). */
const LAST_LINE = 1_048_576;
const LAST_COLUMN = 16_383;

/** `C2` → line 2, column 2. Lines count from 1, columns from 0. */
export function parsePlace(ref: string): { line: number; column: number } {
  const [, letters = '', digits = ''] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(ref) ?? [];
  const line = Number(digits);
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  if (line < 1 || line > LAST_LINE || column < 0 || column > LAST_COLUMN) throw new DamagedXml(`no cell ${ref}`);
  return { line, column };
}

/** `C2:C4`. */
export function parseBlock(name: string): Block {
  const [first = '', last = first] = name.split(':');
  const from = parsePlace(first);
  const to = parsePlace(last);
  return { name, top: from.line, bottom: to.line, left: from.column, right: to.column };
}

/** 2 → `C`. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}
