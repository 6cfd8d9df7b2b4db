import { expect as expected } from '@jest/globals';
import { retention } from '../../../cloudfunctions/jobs/retention';
import { writeSheet } from '../../../cloudfunctions/shared/sheets/public';
import { runJob } from '../../support/runJob';
import { DAY, NOW, openRoster } from './town';

const list = '陆清和\n何明 2023\n何明 2024\n成员secretary\n陆清和\n··';

describe('an import', () => {
  it('is shown before, keeps nothing by that, and the same a second time changes nothing', async () => {
    const { expect, preview, dump, counts } = await openRoster();
    const before = await dump();
    const told = await preview(list);
    expected(told).toEqual({
      ...{ added: 3, there: 1, doubled: 1, wrong: 1, notes: [] },
      faults: [{ line: 6, what: '没有姓名' }],
    });
    expected(await dump()).toEqual({ ...before, limits: expected.anything() as unknown });
    await expect(list);
    expected(await counts()).toEqual([0, 3]);
    const after = (await dump()).rosterNames;
    expected(await preview(list)).toMatchObject({ added: 0, there: 4 });
    await expect(list);
    expected((await dump()).rosterNames).toEqual(after);
  });

  it('leaves no name and no answer anywhere, in what is stored, told or audited', async () => {
    const { expect, done, dump } = await openRoster();
    const roster = await expect(list);
    const all = JSON.stringify([await dump(), roster, await done('secretary', 'roster.get', { orgId: 'b1' })]);
    for (const text of ['陆清和', '何明', '2023', '2024']) expected(all).not.toContain(text);
  });

  it('takes a workbook; what is none is told in words', async () => {
    const { done, call, input } = await openRoster();
    const bytes = await writeSheet({
      name: '名单',
      columns: [
        { title: '姓名', width: 10 },
        { title: '入学年份', width: 10 },
      ],
      rows: [
        ['何明', '2023'],
        ['何明', 2024],
      ],
    });
    const file = { from: 'file', fileName: '名单.xlsx', base64: bytes.toString('base64') } as const;
    const { roster } = await done('secretary', 'roster.import', { ...input(''), list: file });
    expected(roster).toMatchObject({ unmatched: 2, asks: true });
    const bad = { ...file, fileName: '名单.csv', base64: Buffer.from('编号\n1').toString('base64') };
    for (const action of ['roster.preview', 'roster.import'] as const) {
      const { commandId, direct, days, ...asked } = { ...input(''), list: bad };
      const rest = action === 'roster.import' ? { commandId, direct, days } : {};
      expected(await call('secretary', action, { ...asked, ...rest })).toMatchObject({
        code: 'ROSTER_UNREADABLE',
        message: expected.stringContaining('姓名') as unknown,
      });
    }
  });

  it('of nothing, or of too much, is refused', async () => {
    const { call, input, expect } = await openRoster();
    expected(await call('secretary', 'roster.import', input('\n'))).toMatchObject({ code: 'ROSTER_EMPTY' });
    const many = (count: number) => Array.from({ length: count }, (_, at) => `名${at}号人`).join('\n');
    expected(await call('secretary', 'roster.import', input(many(2001)))).toMatchObject({ code: 'ROSTER_FULL' });
    expected(await expect(many(2000))).toMatchObject({ unmatched: 2000 });
    expected(await call('secretary', 'roster.import', input('再来一个'))).toMatchObject({ code: 'ROSTER_FULL' });
  });

  it('that adds keeps question, date and setting as they are; a name that two have is asked from then on', async () => {
    const { expect, come, invite, platform } = await openRoster();
    const first = await expect('何明', { question: 'unit' });
    platform.time += DAY;
    const second = await expect('何明,一班\n何明,二班', { question: 'entryYear', direct: true, days: 7 });
    expected(second).toEqual({ ...first, unmatched: 2, asks: true });
    const { code } = await invite();
    expected(await come('ann', code, '何明')).toBe('JOIN_NAMESAKE');
    expected(await come('ann', code, '何明', '一班')).toBe('joined');
  });

  it('killed anywhere and sent again comes to the same', async () => {
    const whole = await openRoster();
    await whole.expect(list);
    const wanted = (await whole.dump()).rosterNames;
    jest.spyOn(console, 'error').mockReturnValue();
    let calls = 0;
    const counting = await openRoster({ before: () => void (calls += 1) });
    calls = 0;
    await counting.expect(list);
    for (let at = 1; at <= calls; at += 1) {
      let left = Infinity;
      const killed = await openRoster({
        before: () => {
          if (--left === 0) throw new Error('killed');
        },
      });
      left = at;
      const command = killed.input(list);
      await killed.call('secretary', 'roster.import', command);
      left = Infinity;
      await killed.done('secretary', 'roster.import', command);
      expected((await killed.dump()).rosterNames).toEqual(wanted);
    }
  });
});

describe('a roster ends', () => {
  const erased = async (town: Awaited<ReturnType<typeof openRoster>>) => {
    await runJob(retention, town.db, town.platform.time);
    return [await town.db.rosters.count({ orgId: 'b1' }), await town.db.rosterNames.count({ orgId: 'b1' })];
  };

  it('at the stated date: nobody is matched from then on, and the timer removes it whole', async () => {
    const town = await openRoster();
    await town.expect('陆清和', { days: 30 });
    const { code } = await town.invite({ days: 90 });
    town.platform.time = NOW + 30 * DAY - 1;
    expected(await erased(town)).toEqual([1, 1]);
    town.platform.time = NOW + 30 * DAY;
    expected(await town.counts()).toBeNull();
    await town.come('ann', code, '陆清和');
    expected(await town.db.rosterNames.count({ by: null })).toBe(1);
    town.platform.time += 1;
    expected(await erased(town)).toEqual([0, 0]);
  });

  it('when it is cleared: nobody is matched at once, it can be brought back for an hour, then it is gone', async () => {
    const town = await openRoster();
    const { expect, done, call, next, counts, come, invite, platform } = town;
    await expect('陆清和\n沈遥', { direct: true });
    const { code } = await invite({ approval: true });
    const set = (cleared: boolean) => call('secretary', 'roster.setCleared', { ...next(), orgId: 'b1', cleared });
    const once = { ...next(), orgId: 'b1', cleared: true };
    const { roster } = await done('secretary', 'roster.setCleared', once);
    expected(roster?.clearedUntil).toBe(NOW + 3_600_000);
    expected(await come('ann', code, '陆清和')).toBe('waiting');
    platform.time += 1_800_000;
    // Sent again, or cleared again, it is not kept longer.
    expected(await done('secretary', 'roster.setCleared', once)).toEqual({ roster });
    expected(await set(true)).toMatchObject({ data: { roster: { clearedUntil: NOW + 3_600_000 } } });
    expected(await set(false)).toMatchObject({ data: { roster: { clearedUntil: null, unmatched: 2 } } });
    expected(await come('bob', code, '沈遥')).toBe('joined');
    expected(await counts()).toEqual([1, 1]);
    await set(true);
    expected(await call('secretary', 'roster.revise', { ...next(), orgId: 'b1', direct: true, days: 7 })).toMatchObject(
      { code: 'ROSTER_GONE' },
    );
    platform.time += 3_600_001;
    expected(await set(false)).toMatchObject({ code: 'ROSTER_GONE' });
    expected(await erased(town)).toEqual([0, 0]);
  });

  it('a new one begins without what was cleared, which cannot be brought back then', async () => {
    const { expect, done, next, counts, platform } = await openRoster();
    await expect('陆清和\n沈遥');
    await done('secretary', 'roster.setCleared', { ...next(), orgId: 'b1', cleared: true });
    platform.time += 1000;
    await expect('沈遥');
    expected(await counts()).toEqual([0, 1]);
    await done('secretary', 'roster.setCleared', { ...next(), orgId: 'b1', cleared: false });
    expected(await counts()).toEqual([0, 1]);
  });

  it('its date is changed within what the committee allows, counted from its beginning; so is who comes in at once', async () => {
    const { expect, call, next, platform, come, invite } = await openRoster();
    await expect('陆清和');
    platform.time += 40 * DAY;
    const revise = (days: number, direct = true) =>
      call('secretary', 'roster.revise', { ...next(), orgId: 'b1', direct, days });
    expected(await revise(30)).toMatchObject({ code: 'ROSTER_TERM_OVER' });
    expected(await revise(181)).toMatchObject({ code: 'BAD_INPUT' });
    expected(await revise(180)).toMatchObject({ data: { roster: { until: NOW + 180 * DAY, direct: true } } });
    platform.time = NOW + 150 * DAY;
    const { code } = await invite({ approval: true });
    expected(await come('ann', code, '陆清和')).toBe('joined');
  });
});

it('rosters of orgs that were merged count, match and end together', async () => {
  const town = await openRoster();
  const { expect, done, next, counts, db, come } = town;
  await expect('陆清和\n何明');
  await db.members.add({
    ...(await db.members.get('secretary'))!,
    ...{ _id: 'other', openid: 'openid-of-other', grants: [{ role: 'branchSecretary', orgId: 'b2' }] },
  });
  await done('other', 'roster.import', town.input('沈遥\n何明', { orgId: 'b2' }));
  await db.rosters.update({ orgId: 'b2' }, { set: { orgId: 'b1' } });
  await db.rosterNames.update({ orgId: 'b2' }, { set: { orgId: 'b1' } });
  expected(await come('ann', 'STANDB1', '沈遥')).toBe('joined');
  expected(await come('bob', 'STANDB1', '何明')).toBe('joined');
  expected(await come('eve', 'STANDB1', '何明')).toBe('joined');
  expected(await counts()).toEqual([3, 1]);
  await done('secretary', 'roster.setCleared', { ...next(), orgId: 'b1', cleared: true });
  expected(await db.rosterNames.count({ cleared: false })).toBe(0);
  expected(await db.rosters.count({ clearedAt: null })).toBe(0);
});
