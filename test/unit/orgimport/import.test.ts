import { act, csv, decide, nextCommand, NOW, openCity, rows, stand, tree, upload, wrong } from './upload';

const DAY = 86_400_000;
const list = csv('M1,机械学院团委,高校,east', 'M12,机械2402团支部,支部,M1', 'M11,机械2401团支部,支部,M1');

describe('a list of orgs', () => {
  it('is told before anything is done, and then adds what is new, also where a parent comes later in the file', async () => {
    const town = await openCity();
    const before = await tree(town);
    const id = await upload(town, csv('M11,机械2401团支部,支部,M1', 'M1,古力娜扎·买买提𠮷学院团委,高校,east'));
    expect(await stand(town, id)).toMatchObject({ state: 'ready', rows: 2, counts: { added: 2, changed: 0 }, all: 2 });
    expect(await rows(town, id, 'added')).toMatchObject([
      { line: 2, name: '机械2401团支部', changes: [{ field: '上级', to: '古力娜扎·买买提𠮷学院团委（M1）' }] },
      { line: 3 },
    ]);
    expect(await tree(town)).toEqual(before);
    await act(town, 'orgimport.apply', id);
    expect(await stand(town, id)).toMatchObject({ state: 'applied', done: 2, left: 0 });
    expect(await tree(town)).toMatchObject({ M1: 'east/古力娜扎·买买提𠮷学院团委', M11: 'M1/机械2401团支部' });
  });

  it('read a second time changes nothing', async () => {
    const town = await openCity();
    await act(town, 'orgimport.apply', await upload(town, list));
    const { orgs } = await town.dump();
    const again = await upload(town, list);
    expect(await stand(town, again)).toMatchObject({
      state: 'ready',
      all: 0,
      counts: { added: 0, changed: 0, ambiguous: 0, missing: 0, same: 0, wrong: 0 },
    });
    expect((await town.dump()).orgs).toEqual(orgs);
  });

  it('renames and moves by number, from what to what, also two that change places', async () => {
    const town = await openCity();
    await act(town, 'orgimport.apply', await upload(town, list));
    const id = await upload(town, csv('M11,机械一班团支部,支部,east', 'M1,机械学院团委,高校,M11'));
    expect(await rows(town, id, 'changed')).toMatchObject([
      {
        name: '机械一班团支部',
        changes: [
          { field: '名称', from: '机械2401团支部', to: '机械一班团支部' },
          { field: '上级', from: '机械学院团委（M1）', to: 'east团组织（east）' },
        ],
      },
      { changes: [{ field: '上级', from: 'east团组织（east）', to: '机械一班团支部（M11）' }] },
    ]);
    await act(town, 'orgimport.apply', id);
    const stands = async (orgId: string) => (await town.db.orgs.get(orgId))?.parentId;
    expect([await stands('M11'), await stands('M1'), await stands('M12')]).toEqual(['east', 'M11', 'M1']);
  });
});

describe('an import is undone as a whole', () => {
  it('names, places and what was put away are as before; what was new is put away with all that hangs on it', async () => {
    const town = await openCity();
    await act(town, 'orgimport.apply', await upload(town, list));
    const before = await tree(town);
    const id = await upload(
      town,
      csv('M1,机电学院团委,高校,east', 'M11,机电2401团支部,支部,east', 'M13,新支部,支部,M1'),
    );
    await act(town, 'orgimport.apply', id);
    await act(town, 'orgimport.undo', id);
    expect(await stand(town, id)).toMatchObject({ state: 'undone', until: null });
    expect(await tree(town)).toEqual({ ...before, M13: 'M1/新支部（归档）' });
  });

  it('what somebody changed since stays, and is told', async () => {
    const town = await openCity();
    await act(town, 'orgimport.apply', await upload(town, list));
    const id = await upload(town, csv('M1,机电学院团委,高校,east', 'M11,机电2401团支部,支部,M1'));
    await act(town, 'orgimport.apply', id);
    await town.db.orgs.update({ _id: 'M1' }, { set: { name: '智能制造学院团委' } });
    await act(town, 'orgimport.undo', id);
    expect(await tree(town)).toMatchObject({ M1: 'east/智能制造学院团委', M11: 'M1/机械2401团支部' });
    expect(await rows(town, id, 'changed')).toMatchObject([
      { state: 'kept', why: '刚被别人更名为 “智能制造学院团委”' },
      { state: 'undone' },
    ]);
  });

  it('is brought again by the same file without a question', async () => {
    const town = await openCity();
    const id = await upload(town, list);
    await act(town, 'orgimport.apply', id);
    const after = await tree(town);
    await act(town, 'orgimport.undo', id);
    const again = await upload(town, list);
    expect(await stand(town, again)).toMatchObject({ counts: { added: 3, ambiguous: 0 } });
    await act(town, 'orgimport.apply', again);
    expect(await tree(town)).toEqual(after);
  });

  it('for a day; a preview can be carried out for three', async () => {
    const town = await openCity();
    const id = await upload(town, list);
    town.clock.now = NOW + 3 * DAY + 1;
    expect(await town.call('head', 'orgimport.apply', { commandId: nextCommand(), id })).toMatchObject({
      code: 'CONFLICT',
    });
    town.clock.now = NOW + DAY;
    await act(town, 'orgimport.apply', id);
    town.clock.now = NOW + 2 * DAY + 1;
    const late = await town.call('head', 'orgimport.undo', { commandId: nextCommand(), id });
    expect(late).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('一天') as string });
  });
});

describe('what the file does not have any more', () => {
  const shorter = csv('M1,机械学院团委,高校,east', 'M12,机械2402团支部,支部,M1');

  it('is asked about and stays by itself', async () => {
    const town = await openCity();
    await act(town, 'orgimport.apply', await upload(town, list));
    const id = await upload(town, shorter);
    expect(await rows(town, id, 'missing')).toMatchObject([{ name: '机械2401团支部', decision: null }]);
    expect(await stand(town, id)).toMatchObject({ all: 0, counts: { missing: 1 } });
  });

  it('is put away where somebody says so, never again by itself', async () => {
    const town = await openCity();
    await act(town, 'orgimport.apply', await upload(town, list));
    const id = await upload(town, shorter);
    await decide(town, id, 'missing', { 机械2401团支部: 'archive' });
    await act(town, 'orgimport.apply', id);
    expect(await tree(town)).toMatchObject({ M11: 'M1/机械2401团支部（归档）' });
    await town.db.orgs.update({ _id: 'M11' }, { unset: ['archivedAt', 'away'] });
    const again = await upload(town, shorter);
    expect(await rows(town, again, 'missing')).toMatchObject([{ decision: 'keep' }]);
    expect(await stand(town, again)).toMatchObject({ all: 0 });
  });

  it('is not asked about where the file only adds', async () => {
    const town = await openCity();
    await act(town, 'orgimport.apply', await upload(town, list));
    const id = await upload(town, csv('M14,机械2404团支部,支部,M1'));
    expect(await stand(town, id)).toMatchObject({ counts: { added: 1, missing: 0 } });
  });

  it('and stands above what the file has cannot be put away', async () => {
    const town = await openCity();
    await act(town, 'orgimport.apply', await upload(town, list));
    const id = await upload(town, csv('east,东区,区县,city', 'M11,机械2401团支部,支部,M1'));
    const missing = await rows(town, id, 'missing');
    const choicesOf = (name: string) => missing.find((item) => item.name === name)?.choices.map(({ choice }) => choice);
    expect(choicesOf('机械学院团委')).toEqual(['keep']);
    expect(choicesOf('机械2402团支部')).toEqual(['keep', 'archive']);
  });
});

describe('a number that is new for a name that is there', () => {
  const recoded = csv('X1,机械学院团委,高校,east', 'X11,机械2401团支部,支部,X1', 'M12,机械2402团支部,支部,X1');

  it('is asked about, and nothing is done before', async () => {
    const town = await openCity();
    await act(town, 'orgimport.apply', await upload(town, list));
    const id = await upload(town, recoded);
    expect(await rows(town, id, 'ambiguous')).toMatchObject([
      { name: '机械学院团委', choices: [{ choice: 'new' }, { choice: 'is-M1' }] },
      { name: '机械2401团支部', choices: [{ choice: 'new' }, { choice: 'is-M11' }] },
    ]);
    const early = await town.call('head', 'orgimport.apply', { commandId: nextCommand(), id });
    expect(early).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('要您决定') as string });
  });

  it('is the one that is there where somebody says so, remembered for later files', async () => {
    const town = await openCity();
    await act(town, 'orgimport.apply', await upload(town, list));
    const id = await upload(town, recoded);
    await decide(town, id, 'ambiguous', { 机械学院团委: 'is-M1', 机械2401团支部: 'is-M11' });
    expect(await stand(town, id)).toMatchObject({ state: 'ready', all: 0, counts: { same: 2, missing: 0 } });
    const renamed = csv('X1,机电学院团委,高校,east', 'X11,机械2401团支部,支部,X1', 'M12,机械2402团支部,支部,X1');
    const later = await upload(town, renamed);
    expect(await stand(town, later)).toMatchObject({ counts: { changed: 1, added: 0, ambiguous: 0 } });
    await act(town, 'orgimport.apply', later);
    expect(await tree(town)).toMatchObject({ M1: 'east/机电学院团委', M11: 'M1/机械2401团支部' });
    expect(await town.db.orgs.get('X1')).toBeUndefined();
  });

  it('is another one where somebody says so', async () => {
    const town = await openCity();
    await act(town, 'orgimport.apply', await upload(town, list));
    const id = await upload(town, csv('M21,机械2401团支部,支部,M1', 'M1,机械学院团委,高校,east'));
    await decide(town, id, 'ambiguous', { 机械2401团支部: 'new' });
    await act(town, 'orgimport.apply', id);
    expect(await tree(town)).toMatchObject({ M11: 'M1/机械2401团支部', M21: 'M1/机械2401团支部' });
  });

  it('may be what a missing one has become, name and all', async () => {
    const town = await openCity();
    await act(town, 'orgimport.apply', await upload(town, list));
    const id = await upload(
      town,
      csv('M1,机械学院团委,高校,east', 'M12,机械2402团支部,支部,M1', 'R1,机器人班团支部,支部,M1'),
    );
    await decide(town, id, 'missing', { 机械2401团支部: 'as-R1' });
    expect(await rows(town, id, 'changed')).toMatchObject([{ name: '机器人班团支部', decision: 'is-M11' }]);
    await act(town, 'orgimport.apply', id);
    expect(await tree(town)).toMatchObject({ M11: 'M1/机器人班团支部' });
  });
});

describe('a decision', () => {
  it('that the row does not offer, or on a preview that is no more, is refused', async () => {
    const town = await openCity();
    await act(town, 'orgimport.apply', await upload(town, list));
    const id = await upload(town, csv('M21,机械2401团支部,支部,M1', 'M1,机械学院团委,高校,east'));
    const [item] = await rows(town, id, 'ambiguous');
    const decideIt = (choice: string) =>
      town.call('head', 'orgimport.decide', {
        commandId: nextCommand(),
        id,
        decisions: [{ id: item?.id ?? '', choice }],
      });
    expect(await decideIt('is-westBranch')).toMatchObject({ code: 'BAD_INPUT' });
    expect(await decideIt('new')).toMatchObject({ ok: true });
    expect(await decideIt('is-M11')).toMatchObject({ code: 'CONFLICT' });
  });
});

describe('what is wrong is told with its line and column, and nothing is imported', () => {
  it.each([
    ['an org of elsewhere', ['westBranch,某支部,支部,east'], '2 编号 “某支部”（westBranch）不在“east团组织” 之内'],
    ['a parent elsewhere', ['N1,某支部,支部,west'], '2 上级编号 “west” 不在“east团组织” 之内'],
    ['a parent that is not there', ['N1,某支部,支部,nowhere'], '2 上级编号 没有编号为 “nowhere” 的组织'],
    ['no parent', ['N1,某支部,支部,'], '2 上级编号 没有填写'],
    ['another parent of the top', ['east,东区,区县,west'], '2 上级编号 “东区” 自己的上级不在这里改'],
    ['a circle', ['N1,甲,支部,N2', 'N2,乙,支部,N1'], '2 上级编号 上下级绕成了一圈'],
    ['a number twice', ['N1,甲,支部,east', 'N1,乙,支部,east'], '3 编号 编号 “N1” 与第 2 行重复'],
    ['a name that is too long', [`N1,${'团'.repeat(61)},支部,east`], '2 名称 名称最多 60 字，现在 61 字'],
    ['an unknown kind', ['N1,甲,小组,east'], '2 类型 没有“小组”这个类型'],
  ])('%s', async (_name, lines, told) => {
    const town = await openCity();
    const before = await tree(town);
    const id = await upload(town, csv(...lines));
    expect(await stand(town, id)).toMatchObject({ state: 'wrong', all: 0 });
    expect(await wrong(town, id)).toContain(told);
    expect(await town.call('head', 'orgimport.apply', { commandId: nextCommand(), id })).toMatchObject({ ok: false });
    expect(await tree(town)).toEqual(before);
  });

  it('a name of 60 characters is none of it', async () => {
    const town = await openCity();
    const id = await upload(town, csv(`N1,${'𠮷'.repeat(60)},支部,east`));
    expect(await stand(town, id)).toMatchObject({ state: 'ready', counts: { added: 1 } });
  });

  it('a number of elsewhere cannot be taken for one of the tree', async () => {
    const town = await openCity();
    await town.db.importdecisions.add({
      _id: 'planted',
      kind: 'org',
      orgId: 'east',
      choices: {},
    });
    const id = await upload(town, csv('N1,westBranch团组织,支部,east'));
    expect(await stand(town, id)).toMatchObject({ counts: { added: 1, ambiguous: 0 } });
  });
});
