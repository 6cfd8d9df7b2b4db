import { holdFolder } from '@shuxiang/local-cloudbase';
import { functionsPart } from './build/functions';
import { buildAll } from './build/part';
import { command } from './lib/command';
import { localDatabase } from './lib/database';
import { logProblems, openEmulator } from './lib/emulator';
import { takes } from './lib/options';
import { OperatorError, say, since } from './lib/say';
import { dataDirSetting } from './lib/settings';
import { growLarge, LARGE } from './seed/large';
import { demoOrgs, seedIfNew } from './seed/seed';
import { readSeedState } from './seed/state';

const sizes = ['demo', 'city'] as const;

const reader = takes({
  name: 'seed',
  does: '在一个数据目录里准备演示数据；再运行一次只补缺的。先停止正在使用该目录的 npm start。',
  options: {
    size: {
      value: 'demo|city',
      what: `demo：演示用的小城（默认）；city：再长到 ${LARGE.branches} 个支部、${LARGE.members} 名成员`,
    },
    data: { value: '目录', what: '数据目录，默认 .data（或环境变量 DATA_DIR）' },
  },
});

/** `npm run seed -- --size city`: the demo city in a data folder, at the size of a real one where that is asked for. */
command(reader, async ({ options }) => {
  const size = sizes.find((known) => known === (options.size ?? 'demo'));
  if (size === undefined) throw new OperatorError(`--size 应为 ${sizes.join(' 或 ')}，现在是 “${options.size ?? ''}”`);
  const dataDir = dataDirSetting(options.data);
  holdFolder(dataDir).release();
  await buildAll([functionsPart]);
  // The jobs of a city that is half there would find nothing but gaps, and take time from those who fill them.
  const emulator = await openEmulator({ port: 0, dataDir, timers: false, log: logProblems });
  try {
    await seedIfNew(emulator, dataDir, Date.now());
    if (size === 'city') await grow(dataDir, emulator.adminUrl);
  } finally {
    await emulator.stop();
  }
  say(
    `✓ 演示数据已备好，在 ${dataDir}。运行 npm start 打开${options.data === undefined ? '' : '（带上同一个 --data）'}。`,
  );
  return 0;
});

async function grow(dataDir: string, adminUrl: string): Promise<void> {
  const db = localDatabase(adminUrl);
  const small = (await demoOrgs()).map(({ id }) => id);
  // Data of somebody's own is not a demo city and is not grown.
  if ((await db.orgs.count({ _id: small[0] ?? '' })) === 0) {
    throw new OperatorError(`${dataDir} 里是您自己的数据，不是演示城市，没有改动。请用 --data 指定一个新目录。`);
  }
  const started = Date.now();
  const at = readSeedState(dataDir)?.at ?? started;
  const { orgs, members } = await growLarge(db, { small, at }, (there) => say(`  成员 ${there} / ${LARGE.members}`));
  say(`✓ 新增组织 ${orgs} 个、成员 ${members} 名（${since(started)}）`);
}
