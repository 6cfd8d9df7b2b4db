import { strToU8, zipSync, type Zippable } from 'fflate';
import { formDate, formTime } from '../../../contract/day';
import { pictureKinds, soundKinds, type FileKind } from '../../../contract/shared/files/constants';
import type { Row } from '../../kernel/personal';
import { escaped, pageHtml, tableHtml } from '../../shared/exports/rules/text';

/** One heading of what is stored of a person, with its rows. */
export interface Section {
  as: string;
  rows: Row[];
}

/** A file that the person uploaded; `bytes` null where it did not fit or is not there any more. */
export interface Enclosed {
  id: string;
  /** Its name in the archive. */
  name: string;
  kind: FileKind;
  bytes: Buffer | null;
}

interface Packing {
  sections: readonly Section[];
  enclosed: readonly Enclosed[];
  watermark: string;
  now: number;
}

const among = (kinds: readonly string[], kind: FileKind): boolean => kinds.includes(kind);

/** A file as the page shows it: seen, heard, or by its name. */
function shown({ name, kind, bytes }: Enclosed): string {
  const path = escaped(name);
  if (bytes === null) return `<p>${path}（太大或已不在，没有放进来）</p>`;
  if (among(pictureKinds, kind)) return `<p><img src="${path}" alt="${path}"></p>`;
  if (among(soundKinds, kind)) return `<p><audio controls src="${path}"></audio></p>`;
  return `<p><a href="${path}">${path}</a></p>`;
}

function sectionHtml({ as, rows }: Section): string {
  const titles = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = titles.map((title) => ({ title, width: 0 }));
  const cells = rows.map((row) =>
    titles.map((title) => {
      const value = row[title] ?? null;
      return typeof value === 'boolean' ? (value ? '是' : '否') : value;
    }),
  );
  return `<h2>${escaped(as)}（${rows.length}）</h2>\n${tableHtml({ columns, rows: cells })}`;
}

/** The page that anybody can read, and the same for a program, with the files beside them, in one archive. */
export function packed({ sections, enclosed, watermark, now }: Packing): Buffer {
  const made = `${formDate(now)} ${formTime(now)}`;
  const html = pageHtml('我的数据', [
    `<p class="small">${escaped(watermark)}</p>`,
    `<p>这里是 ${escaped(made)} 时系统里存着的、关于您的全部内容。同样的内容在“我的数据.json”里，供程序读取。</p>`,
    ...sections.map(sectionHtml),
    ...(enclosed.length === 0 ? [] : [`<h2>上传的内容（${enclosed.length}）</h2>`, ...enclosed.map(shown)]),
  ]);
  const json = {
    madeAt: new Date(now).toISOString(),
    data: Object.fromEntries(sections.map(({ as, rows }) => [as, rows])),
    files: enclosed.map(({ id, name, bytes }) => ({ id, name: bytes === null ? null : name })),
  };
  const entries: Zippable = {
    '我的数据.html': strToU8(html),
    '我的数据.json': strToU8(`${JSON.stringify(json, null, 2)}\n`),
  };
  // Pictures and sound are packed already.
  for (const { name, bytes } of enclosed) if (bytes !== null) entries[name] = [bytes, { level: 0 }];
  return Buffer.from(zipSync(entries, { mtime: new Date(now) }));
}
