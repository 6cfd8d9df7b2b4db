import { orgCopies } from '../../../cloudfunctions/jobs/org-copies';
import { createTimer } from '../../../cloudfunctions/jobs/timer';
import { not } from '../../../cloudfunctions/kernel/port';
import type { ActionInput, ActionName } from '../../../contract/registry';
import { step } from '../../../scripts/lib/say';
import { newCommandId, type Stack, startStack } from '../../support/stack';
import { tripRows } from '../audited';
import { type Row, row } from '../row';
import { fillMoved, growCity, MOVED, NODES, SIX, THINGS } from './city';
import { memoryFiles } from '../../support/files';

/** Calls of each path; few enough that nobody meets a limit. */
const CALLS = 20;

/** What organisations and members cost in a city of full size. */
export async function measurePeople(): Promise<Row[]> {
  const stack = await startStack({ seed: 'demo' });
  try {
    await step('长到一座城市', () => growCity(stack));
    const rows = await measurePages(stack);
    await step(`支部下挂 ${THINGS} 条数据`, () => fillMoved(stack));
    return [...rows, ...(await measureMove(stack))];
  } finally {
    await stack.stop();
  }
}

async function measurePages(stack: Stack): Promise<Row[]> {
  const rows: Row[] = [];
  async function measure<N extends ActionName>(
    label: string,
    { who, action, budget }: { who: string; action: N; budget: number },
    input: ActionInput<N>,
  ): Promise<void> {
    const times: number[] = [];
    let roundTrips = 0;
    for (let call = 0; call < CALLS; call += 1) {
      const began = performance.now();
      await stack.call(who, action, input);
      times.push(performance.now() - began);
      roundTrips = Math.max(roundTrips, stack.emulator.calls.last()?.roundTrips ?? Number.NaN);
    }
    const p95 = times.sort((one, other) => one - other)[Math.ceil(CALLS * 0.95) - 1] ?? Number.NaN;
    rows.push(...tripRows(label, action, roundTrips, budget), row(`${label}（p95）`, p95, 'ms'));
  }
  const members = await stack.db.members.count({});
  const all = `${members.toLocaleString('en-US')} 人`;
  const list = { who: 'admin', action: 'member.list', budget: 2 } as const;
  stack.emulator.calls.clear();
  const { next } = await stack.call('admin', 'member.list', { orgId: 'JC' });
  await measure(`组织树，${NODES.toLocaleString('en-US')} 个组织`, { ...list, action: 'org.tree' }, { orgId: 'JC' });
  await measure('组织页，最上级', { ...list, action: 'org.page' }, { orgId: 'JC' });
  const near = ['JC', 'U01', 'U01-WX'];
  await measure('组织页，一个支部', { ...list, action: 'org.page' }, { orgId: 'U01-WX-B01', near });
  const linked = { ...list, action: 'org.page', budget: 3 } as const;
  await measure('组织页，一个支部，从链接直接来', linked, { orgId: 'U01-WX-B01' });
  await measure('找组织，首字母', { ...list, action: 'org.search', budget: 4 }, { orgId: 'JC', q: 'hywx' });
  await measure(`成员名单，${all}`, list, { orgId: 'JC' });
  await measure(`成员名单下一页，${all}`, list, { orgId: 'JC', cursor: next ?? undefined });
  await measure(`成员名单按姓名，${all}`, list, { orgId: 'JC', sort: 'name' });
  await measure(`找成员，拼音，${all}`, list, { orgId: 'JC', q: 'linxiao' });
  await measure(`找成员，首字母，${all}`, list, { orgId: 'JC', q: 'lx' });
  // The desk is made when it is first needed.
  await stack.call(SIX, 'home.today', {});
  await measure('今日，在 6 个组织的人', { who: SIX, action: 'home.today', budget: 4 }, {});
  rows.push(row('没有索引可用的查询', stack.emulator.calls.unindexed().length, 'calls', 0));
  return rows;
}

/** Moves the branch, and does the work that follows in the runs of the timer. */
async function measureMove(stack: Stack): Promise<Row[]> {
  const { db } = stack;
  await db.jobs.remove({ state: 'due' });
  let steps = 0;
  const counted: typeof orgCopies = {
    ...orgCopies,
    step: (...given) => {
      steps += 1;
      return orgCopies.step(...given);
    },
  };
  const nobody = () => Promise.reject(new Error('nobody calls WeChat here'));
  const platform = {
    db,
    openid: () => undefined,
    appId: () => undefined,
    trigger: () => 'timer',
    now: Date.now,
    callWechat: nobody,
    mayCallWechat: () => false,
    files: memoryFiles(),
  };
  const timer = createTimer([counted], platform);
  const began = performance.now();
  await stack.call('admin', 'org.move', { commandId: newCommandId(), orgId: MOVED, toId: 'D01' });
  const move = performance.now() - began;
  while ((await db.jobs.count({ state: 'due', kind: orgCopies.kind })) > 0) {
    await timer({ Type: 'Timer', TriggerName: 'minute' });
  }
  const seconds = (performance.now() - began) / 1000;
  const left =
    (await db.members.count({ orgIds: MOVED, 'scope.1': not('D01') })) +
    (await db.events.count({ orgId: MOVED, 'orgPath.1': not('D01') }));
  const label = `移动一个支部，下挂 ${THINGS.toLocaleString('en-US')} 条`;
  return [
    row(`${label}，命令本身`, move, 'ms'),
    row(`${label}，步数`, steps, 'steps'),
    row(`${label}，全部办完`, seconds, 's'),
    row(`${label}，没有随之移动的`, left, 'calls', 0),
  ];
}
