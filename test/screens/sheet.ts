import { existsSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { looks, type LookName } from './looks';
import { pictureOf } from './shoot';
import type { Shot } from './states';

interface Sheet {
  browser: Browser;
  out: string;
  /** Pictures of the same states from before, to stand beside those of now. */
  before?: string;
  looks: readonly LookName[];
  shots: readonly Shot[];
  troubles: ReadonlyMap<string, string>;
}

/** Pictures are drawn at this part of their size, so that one sheet holds them all. */
const PART = 1 / 3;
const FOLD = Math.round(844 * PART);
/** Of the sheet itself, and of the highest part of it; Chromium draws nothing below 16,384. */
const WIDTH = 3060;
const HIGHEST = 6000;

const css = `
body { margin: 24px; background: #eceae4; color: #23211c; font: 13px/1.5 system-ui, sans-serif; }
main { display: flex; flex-wrap: wrap; gap: 24px 32px; align-items: flex-start; }
h2 { width: 100%; margin: 16px 0 0; font-size: 17px; }
section { break-inside: avoid; }
h3 { margin: 0 0 4px; font-size: 13px; font-weight: 600; }
.row { display: flex; gap: 8px; align-items: flex-start; margin-bottom: 8px; }
figure { position: relative; margin: 0; }
.frame { position: relative; max-height: ${FOLD * 2}px; overflow: hidden; box-shadow: 0 1px 3px #0004; }
.frame::after { position: absolute; top: ${FOLD}px; left: 0; width: 100%; border-top: 1px dashed #c33; content: ''; }
.none { width: 130px; height: ${FOLD}px; border: 1px dashed #999; color: #777; text-align: center; line-height: ${FOLD}px; }
img { display: block; }
figcaption, .trouble { color: #6b6760; font-size: 11px; }
.trouble { max-width: 700px; color: #a22; }
`;

/** One page with all the pictures, each a link to itself at full size; and that page as pictures. */
export async function writeSheet(sheet: Sheet): Promise<{ page: string; pictures: string[] }> {
  const page = join(sheet.out, 'index.html');
  writeFileSync(page, htmlOf(sheet));
  const context = await sheet.browser.newContext({ viewport: { width: WIDTH, height: 1200 } });
  const tab = await context.newPage();
  await tab.goto(pathToFileURL(page).href);
  const tops = await tab.evaluate(() => [
    ...[...document.querySelectorAll('h2')].map((head) => head.offsetTop),
    document.documentElement.scrollHeight,
  ]);
  const pictures: string[] = [];
  for (const { top, height } of slices(tops)) {
    const path = join(sheet.out, `sheet-${pictures.length + 1}.png`);
    await tab.screenshot({ path, fullPage: true, clip: { x: 0, y: top, width: WIDTH, height } });
    pictures.push(path);
  }
  await context.close();
  return { page, pictures };
}

/** The sheet in parts that a browser can draw, cut between pages of the app. */
function slices(tops: readonly number[]): { top: number; height: number }[] {
  const cut: { top: number; height: number }[] = [];
  let start = 0;
  tops.forEach((top, index) => {
    const next = tops[index + 1] ?? top;
    if (next - start <= HIGHEST && index < tops.length - 1) return;
    if (top > start) cut.push({ top: start, height: top - start });
    start = top;
  });
  return cut;
}

function htmlOf(sheet: Sheet): string {
  const routes = [...new Set(sheet.shots.map(({ route }) => route))];
  const parts = routes.map((route) => {
    const own = sheet.shots.filter((shot) => shot.route === route);
    return `<h2>${route}</h2>${own.map((shot) => sectionOf(sheet, shot)).join('')}`;
  });
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>书香：全部画面</title><style>${css}</style>
<main>${parts.join('\n')}</main></html>`;
}

function sectionOf(sheet: Sheet, shot: Shot): string {
  const trouble = sheet.troubles.get(shot.slug);
  const rows = sheet.before === undefined ? [rowOf(sheet, shot, sheet.out)] : pairs(sheet, shot, sheet.before);
  return `<section><h3>${shot.caption}</h3>${rows.join('')}${trouble ? `<p class="trouble">没有走到这一步：${escape(trouble)}</p>` : ''}</section>`;
}

const pairs = (sheet: Sheet, shot: Shot, before: string): string[] => [
  rowOf(sheet, shot, before, '改前 · '),
  rowOf(sheet, shot, sheet.out, '改后 · '),
];

function rowOf(sheet: Sheet, shot: Shot, folder: string, when = ''): string {
  const figures = sheet.looks.map((look) => {
    const file = join(folder, pictureOf(shot, look));
    const width = Math.round(looks[look].width * PART);
    const link = relative(sheet.out, file).replace(/\\/g, '/');
    const drawn = existsSync(file)
      ? `<a href="${link}"><div class="frame"><img src="${link}" width="${width}"></div></a>`
      : '<div class="none">没有</div>';
    return `<figure>${drawn}<figcaption>${when}${looks[look].caption}</figcaption></figure>`;
  });
  return `<div class="row">${figures.join('')}</div>`;
}

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
