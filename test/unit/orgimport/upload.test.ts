import { IMPORT_PART_BYTES } from '../../../contract/shared/imports/constants';
import { bomb } from '../../support/bomb';
import { xlsx } from '../../support/xlsx';
import { person, type Town } from '../../support/domains';
import { act, csv, nextCommand, openCity, rows, stand, tree, upload, wrong } from './upload';

const begin = { orgId: 'east', fileName: '名单.xlsx' };

describe('a file comes in parts', () => {
  it('each is kept once, whatever comes twice', async () => {
    const town = await openCity();
    const bytes = csv('M1,机械学院团委,高校,east');
    const { import: begun } = await town.done('head', 'orgimport.begin', {
      commandId: nextCommand(),
      ...begin,
      size: bytes.length,
    });
    const part = { commandId: nextCommand(), id: begun.id, index: 0, base64: bytes.toString('base64') };
    await town.done('head', 'orgimport.part', part);
    await town.done('head', 'orgimport.part', part);
    expect(await town.db.importparts.count({})).toBe(1);
  });

  it('of several parts it is put together as it was', async () => {
    const town = await openCity();
    const lines = Array.from({ length: 1500 }, (_, at) => `M${at},江城大学机械学院第${at}团支部,支部,east`);
    const bytes = csv(...lines);
    expect(bytes.length).toBeGreaterThan(IMPORT_PART_BYTES);
    const id = await upload(town, bytes);
    expect(await stand(town, id)).toMatchObject({ state: 'ready', rows: 1500, counts: { added: 1500 } });
  });

  it('that lacks one is told so, and nothing of it is read', async () => {
    const town = await openCity();
    const bytes = Buffer.concat([csv('M1,机械学院团委,高校,east'), Buffer.alloc(IMPORT_PART_BYTES, ' ')]);
    const { import: begun } = await town.done('head', 'orgimport.begin', {
      commandId: nextCommand(),
      ...begin,
      size: bytes.length,
    });
    const base64 = bytes.subarray(0, IMPORT_PART_BYTES).toString('base64');
    await town.done('head', 'orgimport.part', { commandId: nextCommand(), id: begun.id, index: 0, base64 });
    const read = await town.done('head', 'orgimport.preview', { commandId: nextCommand(), id: begun.id });
    expect(read.import).toMatchObject({ state: 'wrong', problem: '文件没有传完整，请重新选择文件。' });
  });

  it.each([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452ff', 'hex'), '是图片'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '另存为 .xlsx'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'PDF 文件'],
  ])('%s is refused with its first part', async (_name, bytes, told) => {
    const town = await openCity();
    await expect(upload(town, bytes)).rejects.toThrow('BAD_INPUT');
    expect(await town.db.importparts.count({})).toBe(0);
    const { import: begun } = await town.done('head', 'orgimport.begin', {
      commandId: nextCommand(),
      ...begin,
      size: bytes.length,
    });
    const base64 = bytes.toString('base64');
    const reply = await town.call('head', 'orgimport.part', {
      commandId: nextCommand(),
      id: begun.id,
      index: 0,
      base64,
    });
    expect(reply).toMatchObject({ message: expect.stringContaining(told) as string });
  });

  it('a part of another length than was said is refused', async () => {
    const town = await openCity();
    const { import: begun } = await town.done('head', 'orgimport.begin', {
      commandId: nextCommand(),
      ...begin,
      size: 10,
    });
    const send = (index: number, base64: string) =>
      town.call('head', 'orgimport.part', { commandId: nextCommand(), id: begun.id, index, base64 });
    expect(await send(0, Buffer.from('123456789').toString('base64'))).toMatchObject({ code: 'BAD_INPUT' });
    expect(await send(1, Buffer.from('0123456789').toString('base64'))).toMatchObject({ code: 'BAD_INPUT' });
  });

  it('a bomb is not unpacked', async () => {
    const town = await openCity();
    const id = await upload(town, bomb('<row><c><v>1</v></c></row>', 100), { fileName: '名单.xlsx' });
    expect(await stand(town, id)).toMatchObject({ state: 'wrong', problem: expect.any(String) as string });
  }, 20_000);
});

describe('what is read of a workbook', () => {
  it('is what its cells say as text; a number that lost its zeros is refused with its place', async () => {
    const town = await openCity();
    const good = xlsx([
      ['编号', '名称', '类型', '上级编号'],
      ['007', '机械学院团委', '高校', 'east'],
    ]);
    expect(await stand(town, await upload(town, good))).toMatchObject({ counts: { added: 1 } });
    const bad = xlsx([
      ['编号', '名称', '类型', '上级编号'],
      [7, '机械学院团委', '高校', 'east'],
    ]);
    const id = await upload(town, bad);
    expect(await wrong(town, id)).toEqual(['2 编号 7 存成了数字，开头若有 0 已经丢失']);
    expect(await rows(town, id, 'wrong')).toMatchObject([
      { changes: [{ to: expect.stringContaining('文本') as string }] },
    ]);
  });

  it('in GBK is read, with the columns that were not used told', async () => {
    const town = await openCity();
    // 编号,名称,类型,上级编号,备注 / M1,机械学院团委,高校,east,无 in GBK.
    const gbk = Buffer.from(
      'b1e0bac52cc3fbb3c62cc0e0d0cd2cc9cfbcb6b1e0bac52cb1b8d7a20a4d312cbbfad0b5d1a7d4bacdc5cec92cb8dfd0a32c656173742cced e'.replace(
        / /g,
        '',
      ),
      'hex',
    );
    const id = await upload(town, gbk);
    const { state, problem, notes } = await stand(town, id);
    expect({ state, problem }).toEqual({ state: 'ready', problem: null });
    expect(notes).toContain('没有用到的列：备注');
  });
});

describe('an import is its org’s affair', () => {
  it('nobody else sees it or acts on it', async () => {
    const town = await openCity();
    const id = await upload(town, csv('M1,机械学院团委,高校,east'));
    const before = await tree(town);
    for (const who of ['reader', 'secretary', 'rival']) {
      expect(await town.call(who, 'orgimport.get', { id })).toMatchObject({ code: 'FORBIDDEN' });
      expect(await town.call(who, 'orgimport.apply', { commandId: nextCommand(), id })).toMatchObject({
        code: 'FORBIDDEN',
      });
      expect(await town.call(who, 'orgimport.list', { orgId: 'east' })).toMatchObject({ code: 'FORBIDDEN' });
      expect(await town.call(who, 'orgimport.export', { orgId: 'east' })).toMatchObject({ code: 'FORBIDDEN' });
    }
    expect(await tree(town)).toEqual(before);
  });

  it('and is listed there, in three round trips', async () => {
    const town = await openCity();
    await upload(town, csv('M1,机械学院团委,高校,east'));
    const { items } = await town.done('head', 'orgimport.list', { orgId: 'east' });
    expect(items).toMatchObject([{ fileName: '名单.csv', state: 'ready' }]);
    expect(town.trips()).toBe(3);
  });
});

describe('whose list it is changes nothing that has left his tree', () => {
  const chief = person('chief', 'city', [{ role: 'cityAdmin', orgId: 'city' }]);
  const taken = async (town: Town, orgId: string) => {
    await town.done('chief', 'org.move', { commandId: nextCommand(), orgId, toId: 'west' });
  };
  const why = async (town: Town, id: string) =>
    (await town.db.importitems.find({ plan: `${id}:0` }, { limit: 9 })).map((item) => item.why);

  it('neither before the list is carried out', async () => {
    const town = await openCity();
    await town.db.members.add(chief);
    const id = await upload(town, csv('eastBranch,改了名,团支部,east'));
    await taken(town, 'eastBranch');
    await act(town, 'orgimport.apply', id);
    expect((await town.db.orgs.get('eastBranch'))?.name).toBe('eastBranch团组织');
    expect(await why(town, id)).toEqual(['刚被移到了别处，请那边的上级组织办理']);
  });

  it('nor when it is taken back', async () => {
    const town = await openCity();
    await town.db.members.add(chief);
    const id = await upload(town, csv('N1,新支部,团支部,east', 'eastBranch,改了名,团支部,east'));
    await act(town, 'orgimport.apply', id);
    await taken(town, 'eastBranch');
    await taken(town, 'N1');
    await act(town, 'orgimport.undo', id);
    expect((await town.db.orgs.get('eastBranch'))?.name).toBe('改了名');
    expect((await town.db.orgs.get('N1'))?.archivedAt).toBeUndefined();
  });

  it('and its own name, which those above it give', async () => {
    const town = await openCity();
    const id = await upload(town, csv('east,自己改名,团支部,city'));
    expect(await rows(town, id, 'same')).toMatchObject([{ note: '自己的名称由上级组织改，保持 “east团组织” 不变' }]);
    await act(town, 'orgimport.apply', id);
    expect((await town.db.orgs.get('east'))?.name).toBe('east团组织');
    await town.db.members.add(chief);
    const whole = await upload(town, csv('city,江城团委,团支部,'), { who: 'chief', orgId: 'city' });
    expect(await rows(town, whole, 'changed', 'chief')).toMatchObject([{ name: '江城团委' }]);
  });
});
