import { openClaim } from '../../cloudfunctions/domains/role/claiming';
import { localDatabase } from '../../scripts/lib/database';
import { demoNow } from '../support/demoClock';
import { xlsx } from '../support/xlsx';
import { openHouse } from './house';

/* How a city moves in: its first administrator, and its list of organisations. */
const house = openHouse();

const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const HEAD = ['编号', '名称', '类型', '上级编号'];

it('who types the code that was printed at deployment becomes administrator without joining a branch; it works once', async () => {
  const db = localDatabase(`${house.preview.url}/admin`);
  const opened = await openClaim(db, { now: demoNow(), forced: true });
  if (typeof opened === 'string') throw new Error(opened);
  const spoken = opened.code.toLowerCase().replace(/(.{4})(?=.)/g, '$1 ');
  const first = await house.come({ persona: 'visitor' });
  await first.open('/packages/about/about/index');
  await first.tap('认领管理员');
  await first.type('认领码', spoken);
  await first.type('姓名', '江若川');
  await first.press('认领');
  await first.sees('您现在是管理员了');
  await first.sees('江若川');
  const { roles } = await first.ask('me.session', {});
  expect(roles.map(({ role, org }) => [role, org.id])).toEqual([['cityAdmin', 'JC']]);

  const second = await house.come({ persona: 'youth' });
  await second.open('/packages/me/claim/index');
  await second.type('认领码', spoken);
  await second.press('认领');
  await second.sees(/认领码.*(不对|用过|过期)/);
});

it('a workbook of organisations is looked at before it changes anything, then imported, then taken back as a whole', async () => {
  const admin = await house.come({ persona: 'admin' });
  await admin.open('/packages/manage/orgimport/lists/index');
  const chooser = admin.page.waitForEvent('filechooser');
  await admin.press('选择文件导入');
  const rows = [
    HEAD,
    ['D08-B21', '西渡区渡轮公司团支部', '支部', 'D08'],
    ['D08-B22', '西渡区航标站团支部', '支部', 'D08'],
  ];
  await (await chooser).setFiles({ name: '西渡区新增支部.xlsx', mimeType: CONTENT_TYPE, buffer: xlsx(rows) });
  await admin.sees('西渡区航标站团支部');
  const there = async () => {
    const { items } = await admin.ask('org.search', { orgId: 'D08', q: '航标站' });
    return items.some(({ archived }) => !archived);
  };
  expect(await there()).toBe(false);
  await admin.press('导入这 2 处');
  await admin.sees('整体撤销');
  expect(await there()).toBe(true);
  await admin.press('整体撤销');
  await admin.sees('已撤销');
  expect(await there()).toBe(false);
});
