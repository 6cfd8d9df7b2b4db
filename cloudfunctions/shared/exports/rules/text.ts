import type { OutCell, OutSheet } from '../../sheets/rules/out';

/** A text within HTML, where nothing of it can be a tag or an attribute. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const cellText = (cell: OutCell): string => (cell === null ? '' : escaped(String(cell)).replaceAll('\n', '<br>'));

/** A table within a page. */
export const tableHtml = ({ columns, rows }: Pick<OutSheet, 'columns' | 'rows'>): string =>
  [
    '<table>',
    `<thead><tr>${columns.map(({ title }) => `<th>${escaped(title)}</th>`).join('')}</tr></thead>`,
    `<tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cellText(cell)}</td>`).join('')}</tr>`).join('\n')}</tbody>`,
    '</table>',
  ].join('\n');

const style = [
  'body{font:16px/1.6 "Songti SC","Noto Serif CJK SC",serif;color:#221f1a;background:#faf7f0;margin:0 auto;max-width:60em;padding:2em 1em}',
  'h1{font-size:1.6em}h2{font-size:1.2em;margin-top:2em;border-bottom:1px solid #d8d0bf}',
  'table{border-collapse:collapse;width:100%;margin:.5em 0}th,td{border:1px solid #d8d0bf;padding:.3em .6em;text-align:left;vertical-align:top;overflow-wrap:anywhere}',
  'th{background:#f1ebde;font-weight:600}img{max-width:16em;height:auto;display:block}.small{color:#6b6455;font-size:.9em}',
  '@media(prefers-color-scheme:dark){body{background:#1c1a17;color:#e8e2d4}th{background:#2a2722}th,td,h2{border-color:#4a453b}.small{color:#a8a08d}}',
].join('');

/** A page that needs nothing beside it and runs nothing. */
export const pageHtml = (title: string, body: readonly string[]): string =>
  [
    '<!doctype html>',
    '<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self' file:; media-src 'self' file:">`,
    `<title>${escaped(title)}</title><style>${style}</style></head><body>`,
    `<h1>${escaped(title)}</h1>`,
    ...body,
    '</body></html>',
    '',
  ].join('\n');

/** A sheet as a page. */
export const sheetHtml = (sheet: OutSheet): string => pageHtml(sheet.name, [tableHtml(sheet)]);

/** A sheet as JSON: its rows by their names. */
export const sheetJson = ({ name, columns, rows }: OutSheet): string =>
  `${JSON.stringify(
    {
      title: name,
      rows: rows.map((row) => Object.fromEntries(columns.map(({ title }, index) => [title, row[index] ?? null]))),
    },
    null,
    2,
  )}\n`;
