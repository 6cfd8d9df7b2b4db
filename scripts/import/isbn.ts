import { type IsbnMistake, readIsbn } from '../../contract/isbn';
import type { RowCheck } from '../../cloudfunctions/shared/sheets/rules/cell';
import { type Cell, type Fault, SET_AS_TEXT } from '../../cloudfunctions/shared/sheets/rules/table';

const LEAVE_EMPTY = '没有 ISBN 时留空';
const COMPARE = `对照书背面的条码核对；${LEAVE_EMPTY}`;

/** What is wrong with a number, and what the owner of a list does about it. */
const faults: Record<IsbnMistake, Fault> = {
  dummy: { what: '是占位的号码', fix: LEAVE_EMPTY },
  issn: { what: '是期刊的刊号（ISSN）', fix: LEAVE_EMPTY },
  goods: { what: '是商品条码', fix: `填写以 978 或 979 开头的号码；${LEAVE_EMPTY}` },
  unified: { what: '是旧的统一书号', fix: LEAVE_EMPTY },
  several: { what: '不止一个号码', fix: '只留一个；分册各写一行' },
  rounded: { what: '被表格软件变成了科学计数法', fix: SET_AS_TEXT },
  check: { what: '的校验位不对', fix: COMPARE },
  length: { what: '不是 10 位或 13 位的号码', fix: COMPARE },
  letters: { what: '不是 10 位或 13 位的号码', fix: COMPARE },
};

/** ISBN-13, null where there is none, `undefined` after noting what is wrong. */
export function checkIsbn(check: RowCheck, cell: Cell): string | null | undefined {
  const text = check.text('ISBN', cell);
  if (text === undefined) return undefined;
  const reading = readIsbn(text);
  if (reading.kind === 'isbn') return reading.isbn;
  if (reading.kind === 'none') return null;
  const { what, fix } = faults[reading.why];
  // A number of nine digits may have been one of ten with a zero in front.
  const lostZero = reading.why === 'length' && typeof cell === 'number';
  check.wrong('ISBN', `“${text.slice(0, 20)}” ${what}`, lostZero ? SET_AS_TEXT : fix);
  return undefined;
}
