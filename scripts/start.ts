import { readFileSync } from 'node:fs';
import { holdFolder, type Emulator } from '@shuxiang/local-cloudbase';
import { h5Part } from './build/client';
import { functionsPart } from './build/functions';
import { buildAll } from './build/part';
import { logProblems, openEmulator } from './lib/emulator';
import { dist, personasFile } from './lib/paths';
import { command } from './lib/command';
import { takes } from './lib/options';
import { OperatorError, say } from './lib/say';
import {
  assertPortFree,
  clockSetting,
  dataDirSetting,
  DEFAULT_PORT,
  latencySetting,
  portSetting,
} from './lib/settings';
import { nextSignal } from './lib/signal';
import { seedIfNew } from './seed/seed';
import { readSeedState } from './seed/state';

/** After so many days most of the demo city's events are over. */
const STALE_DAYS = 10;

const reader = takes({
  name: 'start',
  does: '构建有变化的部分，在本机运行整套系统，首次会准备演示数据；按 Ctrl-C 停止。',
  options: {
    port: { value: '端口', what: '默认 8399（或环境变量 PORT），0 表示任意空闲端口；只监听本机' },
    data: { value: '目录', what: '数据目录，默认 .data（或环境变量 DATA_DIR）' },
    latency: { value: '毫秒', what: '每次数据库请求的附加延迟，默认 20（或环境变量 LATENCY）' },
    clock: { value: '时刻', what: '本机云环境的钟从这个时刻走起，如 2026-11-18T09:00（或环境变量 CLOCK），默认是现在' },
  },
});

/** `npm start`: builds what changed, then runs the whole system on this machine until it is stopped. */
command(reader, async ({ options }) => {
  const port = portSetting(options.port);
  const latency = latencySetting(options.latency);
  const clockOffsetMs = clockSetting(options.clock);
  const now = () => Date.now() + (clockOffsetMs ?? 0);
  const dataDir = dataDirSetting(options.data);
  // What would stop it later is said now, before a minute of building.
  if (port !== 0) await assertPortFree(port);
  holdFolder(dataDir).release();
  await buildAll([functionsPart, h5Part]);

  const stopAsked = nextSignal();
  const emulator = await openEmulator({ port, dataDir, static: dist.h5, log: logProblems, clockOffsetMs });
  try {
    const ready = prepare(emulator, dataDir, now()).then(() => 'ready' as const);
    // Stopped in the middle of preparing: what is unfinished then is finished at the next start.
    ready.catch(() => undefined);
    if ((await Promise.race([ready, stopAsked])) === 'ready') {
      // Not before: filling the demo city makes thousands of calls that nobody waits for one by one.
      emulator.setLatency(latency);
      introduce(dataDir, emulator, now());
      say(`ready ${emulator.url}`);
      await stopAsked;
    }
    // Whoever asks a second time does not want to wait.
    void nextSignal().then(() => process.exit(1));
    say('正在停止……');
  } finally {
    await emulator.stop();
  }
  say('已停止，数据保存在 ' + dataDir);
  return 0;
});

async function prepare(emulator: Emulator, dataDir: string, now: number): Promise<void> {
  await seedIfNew(emulator, dataDir, now);
  for (const path of ['/', '/gateway/personas']) {
    const response = await fetch(emulator.url + path);
    if (!response.ok) throw new OperatorError(`预览没有正常应答：${path} 返回 ${response.status}`);
    await response.arrayBuffer();
  }
}

function introduce(dataDir: string, { url, port }: Emulator, now: number): void {
  const personas = JSON.parse(readFileSync(personasFile, 'utf8')) as { label: string; description: string }[];
  say();
  say('书香 · 江城市演示环境（只在本机，数据在 ' + dataDir + '）');
  for (const { label, description } of personas) say(`  ${label}：${description}`);
  say('用手机宽度的浏览器窗口打开下面的地址；页面上可以切换身份。按 Ctrl-C 停止。');
  const elsewhere = port === DEFAULT_PORT ? '' : `设置环境变量 TARO_APP_LOCAL_URL=${url}，`;
  say(`在微信开发者工具里打开：先${elsewhere}运行 npm run build -- weapp --local，再导入本文件夹。`);
  const seeded = readSeedState(dataDir);
  if (seeded && now - seeded.at > STALE_DAYS * 86_400_000) {
    say('演示数据已有些日子，活动多已结束。停止后删除数据目录再启动，即可重新生成。');
  }
  say();
}
