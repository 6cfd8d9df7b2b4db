import { readFileSync, writeFileSync } from 'node:fs';
import { queueWork } from '../cloudfunctions/shared/work/public';
import { closeAll } from '../cloudfunctions/kernel/others';
import { above } from '../cloudfunctions/kernel/port';
import type { Database } from '../cloudfunctions/schema';
import { command } from './lib/command';
import { takes } from './lib/options';
import { OperatorError, say } from './lib/say';
import { cloudTarget, localTarget } from './lib/target';

const reader = takes({
  name: 'erasures',
  does: '注销记录：备份之外另存一份；恢复备份后，按它把已注销的人再删除一次。记录里只有不能还原的校验值与日期。',
  options: {
    data: { value: '目录', what: '数据目录，默认 .data（或环境变量 DATA_DIR）' },
    env: { value: '环境ID', what: '云环境而不是本机' },
    save: { value: '文件', what: '把注销记录存到这个文件' },
    replay: { value: '文件', what: '读这个文件，把其中已注销、又随备份回来的人排队删除' },
  },
});

const BATCH = 1000;

/** `npm run erasures`: saves the record of erasures, or has a restored backup erased by it. */
command(reader, async ({ options }) => {
  if ((options.save === undefined) === (options.replay === undefined)) {
    throw new OperatorError('请写明 --save 文件 或 --replay 文件，二者之一。');
  }
  const target = options.env === undefined ? await localTarget('处理', options.data) : cloudTarget('处理', options.env);
  try {
    if (options.save !== undefined) await save(target.db, options.save);
    if (options.replay !== undefined) await replay(target.db, options.replay);
    return 0;
  } finally {
    await target.close();
  }
});

async function save(db: Database, file: string): Promise<void> {
  const lines: string[] = [];
  for (let after = ''; ;) {
    const found = await db.erasures.find({ _id: above(after) }, { sort: [['_id', 1]], limit: BATCH });
    lines.push(...found.map(({ _id, at }) => `${_id} ${at}`));
    after = found[BATCH - 1]?._id ?? '';
    if (after === '') break;
  }
  writeFileSync(file, lines.map((line) => `${line}\n`).join(''));
  say(`✓ 注销记录 ${lines.length} 条，存到 ${file}。请与备份分开存放。`);
}

async function replay(db: Database, file: string): Promise<void> {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  for (const line of lines) {
    const [, id, at] = /^([0-9a-f]{64}) (\d+)$/.exec(line) ?? [];
    if (id === undefined) throw new OperatorError(`${file} 里有一行不是注销记录：${line.slice(0, 80)}`);
    await db.erasures.add({ _id: id, at: Number(at) });
  }
  const now = Date.now();
  await queueWork(closeAll(db), { kind: 'replay' }, String(now), now);
  say(`✓ 读入注销记录 ${lines.length} 条，已排队。系统运行时会逐个核对全部成员，把已注销的再删除一次。`);
}
