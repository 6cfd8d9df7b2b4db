import { type Cell, SET_AS_TEXT } from '../rules/table';
import type { Shown } from './formats';

/** A cell as the sheet stores it. */
export interface RawCell {
  /** Such as `C2`. */
  ref: string;
  /** `s` shared text, `inlineStr`, `str` a formula's text, `b`, `e` error, `d` date, `n` number. */
  type: string;
  value: string | undefined;
  inline: string | undefined;
  formula: boolean;
  shown: Shown;
}

/** Digits that a spreadsheet keeps of a number; those behind are zeros, whatever was typed. */
const MAX_DIGITS = 15;

/** What a cell says, where that is certain. `shared` holds the workbook's texts. */
export function valueOf(raw: RawCell, shared: readonly string[]): Cell {
  const { ref, type, value, inline } = raw;
  if (type === 'inlineStr') return unescaped(inline ?? '');
  if (value === undefined) return raw.formula ? withoutResult(ref) : '';
  if (type === 's') {
    return shared[Number(value)] ?? { what: `${ref} 的文字已损坏`, fix: '重新填写这一格' };
  }
  if (type === 'str') return unescaped(value);
  if (type === 'e') return { what: `${ref} 是错误值 ${value.slice(0, 10)}`, fix: '改正公式，或填写内容，没有时清空' };
  if (type === 'b') return { what: `${ref} 是逻辑值 ${value === '1' ? 'TRUE' : 'FALSE'}，不是文字`, fix: SET_AS_TEXT };
  if (type === 'd') return isDate(ref);
  if (value.trim() === '') return raw.formula ? withoutResult(ref) : '';
  return numberOf(raw, Number(value));
}

function numberOf({ ref, shown }: RawCell, value: number): Cell {
  if (Number.isNaN(value)) return { what: `${ref} 的数字已损坏`, fix: '重新填写这一格' };
  if (shown === 'date') return isDate(ref);
  if (shown !== 'plain') {
    return { what: `${ref} 是数字 ${value}，按格式 “${shown.format}” 显示成了别的样子`, fix: SET_AS_TEXT };
  }
  if (Math.abs(value) >= 10 ** MAX_DIGITS) {
    return { what: `${ref} 是超过 ${MAX_DIGITS} 位的数字，后面的位数已被表格软件改成 0`, fix: SET_AS_TEXT };
  }
  if (!Number.isInteger(value)) {
    return { what: `${ref} 是小数 ${value}，可能被表格软件改动过`, fix: SET_AS_TEXT };
  }
  return value;
}

const isDate = (ref: string): Cell => ({
  what: `${ref} 是日期或时间，多半是表格软件把 “3-5” 这样的内容改成了日期`,
  fix: SET_AS_TEXT,
});

const withoutResult = (ref: string): Cell => ({
  what: `${ref} 是公式，文件里没有它的结果`,
  fix: '用表格软件打开并保存一次，或改成文字',
});

/** Characters that XML cannot hold are written as `_x000D_` (ECMA-376, 22.9.2.19). */
export const unescaped = (text: string): string =>
  text.replace(/_x([0-9a-f]{4})_/gi, (_all, code: string) => String.fromCharCode(parseInt(code, 16))).trim();
