import { checkAll } from '../cloudfunctions/kernel/audit/check';
import type { AuditDatabase } from '../cloudfunctions/kernel/audit/collections';
import { noteOf } from '../cloudfunctions/kernel/audit/rules/seal';
import { reportOf } from './audit/report';
import { command } from './lib/command';
import { takes } from './lib/options';
import { OperatorError, say } from './lib/say';
import { cloudTarget, localTarget } from './lib/target';

const reader = takes({
  name: 'audit',
  does: '核对全部审计记录与每夜的封存：改动、删除、补记、截去末尾，都会指出是哪一条。只读，系统运行时也可以用。',
  options: {
    data: { value: '目录', what: '数据目录，默认 .data（或环境变量 DATA_DIR）' },
    env: { value: '环境ID', what: '核对云环境而不是本机' },
    seal: { value: '封存', what: '以前抄下的封存（序号:校验值），核对它是否还在' },
  },
});

/** `npm run audit`: verifies every chain and seal. Exit code 1 when something is not as it was written. */
command(reader, async ({ options }) => {
  const noted = options.seal === undefined ? undefined : noteIn(options.seal);
  const target = options.env === undefined ? await localTarget('核对', options.data) : cloudTarget('核对', options.env);
  try {
    const found = await checkAll(target.db);
    if (noted !== undefined && !(await isThere(target.db, noted))) found.faults.unshift({ kind: 'lost', id: noted.id });
    for (const line of reportOf(found)) say(line);
    return found.faults.length === 0 ? 0 : 1;
  } finally {
    await target.close();
  }
});

interface Note {
  id: string;
  hash: string;
}

function noteIn(text: string): Note {
  const [, id, hash] = /^(\d{12}):([0-9a-f]{64})$/.exec(text.trim()) ?? [];
  if (id !== undefined && hash !== undefined) return { id, hash };
  throw new OperatorError(`--seal 应为核对时打印的一行 “序号:校验值”，现在是 “${text}”`);
}

async function isThere({ seals }: AuditDatabase, { id, hash }: Note): Promise<boolean> {
  const seal = await seals.get(id);
  return seal !== undefined && noteOf(seal) === noteOf({ _id: id, hash });
}
