import { neutral } from './neutral';

/** What is written: a sheet with one line of names, and texts and numbers below. */
export interface OutSheet {
  /** Name of the sheet; of a CSV nothing is made of it. */
  name: string;
  /** `width` in characters of Latin letters; a Chinese one is two. */
  columns: readonly { title: string; width: number }[];
  /** A cell for each column; null where it is empty. */
  rows: readonly (readonly OutCell[])[];
}
export type OutCell = string | number | null;

/** Most of what a cell can hold. */
const CELL_MAX = 32_767;
/** Most characters of a sheet's name, and those that it may not have. */
const NAME_MAX = 31;
const notInNames = /[[\]:*?/\\]|^'|'$/g;

/** What XML cannot hold, and half characters. */
const unspeakable = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu;

/** The text of a cell, as any program will show it and none will run it. */
export const outText = (text: string): string => neutral(text.replace(unspeakable, '')).slice(0, CELL_MAX);

/** A name that a sheet can have. */
export const sheetName = (name: string): string =>
  name.replace(unspeakable, '').replace(notInNames, ' ').trim().slice(0, NAME_MAX) || '表';

/** In a CSV everything is in quotes that could be taken for something else. */
const quoted = (cell: OutCell): string => {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = outText(cell);
  return /[",;\t\r\n|，；]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A sheet as CSV (RFC 4180) with the mark by which Excel knows UTF-8. */
export const csvOf = ({ columns, rows }: OutSheet): string =>
  `\ufeff${[columns.map(({ title }) => title), ...rows].map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;
