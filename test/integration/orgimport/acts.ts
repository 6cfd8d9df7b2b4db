import type { Stack } from '../../support/stack';
import { newCommandId } from '../../support/stack';
import type { Acts } from '../stale/acts';

type City = Pick<Stack, 'call' | 'db'>;

const who = 'admin';
let files = 0;

async function begun(city: City, lines: readonly string[]) {
  const [root] = await city.db.orgs.find({ parentId: null }, { limit: 1 });
  const orgId = root?._id ?? '';
  const bytes = Buffer.from(['编号,名称,类型,上级编号', ...lines.map((line) => `${line},${orgId}`)].join('\n'));
  const file = { commandId: newCommandId(), orgId, fileName: `名单${(files += 1)}.csv`, size: bytes.length };
  const { id } = (await city.call(who, 'orgimport.begin', file)).import;
  return { orgId, id, part: { commandId: newCommandId(), id, index: 0, base64: bytes.toString('base64') } };
}

/** A file that was read; what it would do waits. */
async function read(city: City, ...lines: string[]) {
  const { orgId, id, part } = await begun(city, lines);
  await city.call(who, 'orgimport.part', part);
  await city.call(who, 'orgimport.preview', { commandId: newCommandId(), id });
  return { orgId, id };
}

/** A file that somebody imported, for tests of what is kept of people. */
export const imported = (city: City) => read(city, 'S9,新建支部己,支部');

const input = (id: string) => ({ commandId: newCommandId(), id });

export const acts: Acts<'orgimport'> = {
  async 'orgimport.begin'(city) {
    const { orgId } = await begun(city, ['S0,新建支部,支部']);
    return { who, input: { commandId: newCommandId(), orgId, fileName: '又一份.csv', size: 9 } };
  },
  async 'orgimport.part'(city) {
    const { orgId, part } = await begun(city, ['S1,新建支部甲,支部']);
    return { who, input: part, about: [orgId] };
  },
  async 'orgimport.preview'(city) {
    const { orgId, id, part } = await begun(city, ['S2,新建支部乙,支部']);
    await city.call(who, 'orgimport.part', part);
    return { who, input: input(id), about: [orgId] };
  },
  async 'orgimport.decide'(city) {
    const first = await read(city, 'S3,新建支部丙,支部');
    await city.call(who, 'orgimport.apply', input(first.id));
    const { orgId, id } = await read(city, 'S4,新建支部丙,支部');
    const { items } = await city.call(who, 'orgimport.rows', { id, verdict: 'ambiguous' });
    const decisions = [{ id: items[0]?.id ?? '', choice: 'new' }];
    return { who, input: { ...input(id), decisions }, about: [orgId] };
  },
  async 'orgimport.apply'(city) {
    const { orgId, id } = await read(city, 'S5,新建支部丁,支部');
    return { who, input: input(id), about: [orgId] };
  },
  async 'orgimport.undo'(city) {
    const { orgId, id } = await read(city, 'S6,新建支部戊,支部');
    await city.call(who, 'orgimport.apply', input(id));
    return { who, input: input(id), about: [orgId] };
  },
};
