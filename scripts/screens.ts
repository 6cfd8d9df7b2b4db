import { mkdirSync, rmSync } from 'node:fs';
import { arrange } from '../test/screens/arrange';
import { lookNames, type LookName } from '../test/screens/looks';
import { illustrate } from '../test/screens/pattern';
import { writeSheet } from '../test/screens/sheet';
import { shoot } from '../test/screens/shoot';
import { shots, type Shot } from '../test/screens/states';
import { launchBrowser } from '../test/support/browser';
import { demoCity, startPreview } from '../test/support/preview';
import { command } from './lib/command';
import { takes } from './lib/options';
import { inRoot } from './lib/paths';
import { OperatorError, say, step } from './lib/say';
import { fromShell } from './lib/settings';
import { findBrowser } from './test/browser';

const reader = takes({
  name: 'screens',
  does: '给每一个画面的每一种状态拍照，排成一张总览（网页和图片），可以与改之前的并排。用自己的一座演示城市，不动 .data。',
  options: {
    out: { value: '目录', what: '照片放在哪里，默认 .cache/screens' },
    before: { value: '目录', what: '改之前拍的照片，总览上与现在的并排' },
    only: { value: '名字', what: '只拍名字里有这几个字母的，逗号分隔，如 event-detail,today' },
    docs: { what: '只重拍文档里的插图' },
    looks: { value: '样子', what: `只拍这些样子，逗号分隔：${lookNames.join('、')}` },
  },
});

/** `npm run screens`: pictures of all there is to see, and one sheet of them. */
command(reader, async ({ options }) => {
  const out = options.out === undefined ? inRoot('.cache/screens') : fromShell(options.out);
  const before = options.before === undefined ? undefined : fromShell(options.before);
  const wanted = { looks: readLooks(options.looks), shots: readShots(options.only) };
  mkdirSync(out, { recursive: true });
  findBrowser();
  const city = await step('准备演示城市', demoCity);
  const preview = await startPreview(city);
  rmSync(city, { recursive: true, force: true });
  const browser = await launchBrowser();
  try {
    await arrange(preview.url);
    if (options.docs) {
      const sizes = await step('拍插图', () => illustrate(browser, preview.url, inRoot('docs/images')));
      for (const [file, bytes] of sizes) say(`  docs/images/${file}  ${Math.ceil(bytes / 1024)} KB`);
      return 0;
    }
    const task = { browser, url: preview.url, out, ...wanted };
    const troubles = await step(`拍照：${wanted.shots.length} 种状态，各 ${wanted.looks.length} 张`, () => shoot(task));
    for (const [slug, why] of troubles) say(`  没有走到 ${slug}：${why}`);
    const sheet = await writeSheet({ ...task, before, troubles });
    say(`总览：${sheet.page}\n图片：${sheet.pictures.join('、')}`);
    return troubles.size === 0 ? 0 : 1;
  } finally {
    await browser.close();
    await preview.stop();
  }
});

function readLooks(option: string | undefined): LookName[] {
  const names = option?.split(',') ?? lookNames;
  return names.map((name) => {
    const look = lookNames.find((one) => one === name);
    if (look === undefined) throw new OperatorError(`没有 “${name}” 这个样子，可用：${lookNames.join('、')}。`);
    return look;
  });
}

function readShots(option: string | undefined): Shot[] {
  const parts = option?.split(',') ?? [''];
  const found = shots.filter(({ slug }) => parts.some((part) => slug.includes(part)));
  if (found.length === 0) throw new OperatorError(`没有名字里有 “${option}” 的画面。`);
  return found;
}
