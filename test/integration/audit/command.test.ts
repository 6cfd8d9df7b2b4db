import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startOfDay } from '../../../contract/day';
import { checkAll } from '../../../cloudfunctions/kernel/audit/check';
import { placeOf } from '../../../cloudfunctions/kernel/audit/rules/chain';
import { runCommand, stackTrace } from '../../support/command';
import type { Stack } from '../../support/stack';
import { startStack } from '../../support/stack';
import { readAudit } from '../../support/audit';
import { buildCity } from '../authz/city';
import { earlierEntry } from '../../unit/audit/city';

/* An audit from its first entry to what an auditor sees, on a data folder of an earlier version. */

const DAY = 86_400_000;
const noon = startOfDay('20261123') + DAY / 2;
const dataDir = mkdtempSync(join(tmpdir(), 'shuxiang-audit-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

async function withStack<T>(work: (stack: Stack) => Promise<T>): Promise<T> {
  const stack = await startStack({ dataDir, clock: noon });
  try {
    return await work(stack);
  } finally {
    await stack.stop();
  }
}
const audit = (...args: string[]) => runCommand('audit', ['--data', dataDir, ...args]);

/** Acts on three days, each night sealed by the timer; the two entries before them are of the first version. */
async function fill(stack: Stack): Promise<void> {
  const first = earlierEntry(undefined, noon - 2 * DAY);
  for (const entry of [first, earlierEntry(first, first.at + 1)]) await stack.db.audit.add(entry);
  await buildCity(stack);
  for (let day = 0; day < 3; day += 1) {
    stack.setClock(noon + day * DAY);
    for (let call = 0; call < 3; call += 1) await stack.call('openid-cityAdmin', 'event.roster', { id: 'e-root' });
    await stack.emulator.fireTimer('minute');
  }
  // Checked beside the running system, so through indexes like everything else.
  expect((await checkAll(stack.db)).faults).toEqual([]);
  expect(stack.emulator.calls.unindexed()).toEqual([]);
}

it('an auditor is told that nothing was touched, and what to note down', async () => {
  expect((await audit()).output).toContain('没有审计记录');
  await withStack(fill);
  const { code, output } = await audit();
  expect(output).toMatch(/✓ 审计记录完好：3 个封存，其下 8 条记录；尚未封存 3 条/);
  expect(code).toBe(0);
  const [note = ''] = /\d{12}:[0-9a-f]{64}/.exec(output) ?? [];
  expect(note).toMatch(/^000000000003:/);
  expect(await audit('--seal', note)).toMatchObject({ code: 0 });
  expect(await audit('--seal', note.replace(/.$/, 'g'))).toMatchObject({ code: 1 });
}, 120_000);

it('an auditor is told what was changed and what was cut off, by its id', async () => {
  const cut = await withStack(async ({ db }) => {
    await db.audit.update({ _id: '000000000001' }, { set: { actor: 'somebody-else' } });
    const [last] = (await db.seals.get('000000000003'))?.heads ?? [];
    const from = last?.split(' ')[0] ?? '';
    const { chain, number } = placeOf(from);
    for (const { _id } of await readAudit(db)) {
      if (placeOf(_id).chain === chain && placeOf(_id).number >= number) await db.audit.remove({ _id });
    }
    return from;
  });
  const { code, output } = await audit();
  expect(code).toBe(1);
  expect(output).toContain('✗ 审计记录有 2 处问题');
  expect(output).toContain('记录 000000000001 被改动');
  expect(output).toContain(`已封存的记录 ${cut} 不见了`);
  expect(output).not.toMatch(stackTrace);
}, 120_000);

it('an auditor is told that seals were taken away, the newest to whoever has noted it', async () => {
  const [noted = ''] = /\d{12}:[0-9a-f]{64}/.exec((await audit()).output) ?? [];
  const remove = (_id: string) => withStack(({ db }) => db.seals.remove({ _id }));
  await remove('000000000002');
  expect((await audit()).output).toContain('封存 000000000003 被改动，或它前面的封存缺失');
  await remove('000000000003');
  expect((await audit('--seal', noted)).output).toContain('抄下的封存 000000000003 不见了');
}, 120_000);
