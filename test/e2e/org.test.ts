import { openHouse } from './house';
import { until, type Visitor } from './visitor';

/* Those who run the tree, on a phone and in a wide window. */
const house = openHouse();

const pane = (visitor: Visitor) => visitor.screen.locator('.sx-beside__pane');
const rows = (visitor: Visitor) => visitor.screen.locator('.org-tree__row');
const focused = (visitor: Visitor) => visitor.page.evaluate(() => document.activeElement?.textContent ?? '');

it('an org is found by initials, renamed with what goes along before, and has its old name back by 撤销', async () => {
  const admin = await house.come({ persona: 'admin' });
  await admin.open('/pages/me/index');
  await admin.tap('组织');
  await admin.sees(/共 \d+ 个组织/);
  await admin.type('查找', 'msx');
  await admin.tap('秘书学 2301 团支部');
  await admin.sees('团支部');
  await admin.tap('更名');
  await admin.sees('新名称');
  await admin.sees(/人|没有/);
  await admin.type('新名称', '文秘 2301 团支部');
  await admin.submit();
  await admin.sees(/^已更名/);
  await admin.sees('文秘 2301 团支部');
  await admin.tap('撤销');
  await admin.sees('秘书学 2301 团支部');
});

it('an org is moved after its preview, counts at its new place at once, and is taken back from 最近改动', async () => {
  const admin = await house.come({ persona: 'admin' });
  await admin.open('/packages/org/detail/index', { id: 'U01-SX' });
  await admin.tap('移动');
  await admin.type('按名称找', 'gongye');
  await admin.tap('共青团江城工业大学委员会');
  await admin.sees(/随之移动/);
  await admin.submit();
  await admin.sees(/^已移动/);
  await admin.sees('共青团江城工业大学委员会');
  const moved = await admin.ask('org.page', { orgId: 'U01-SX-B01' });
  expect(moved.above.map(({ id }) => id)).toEqual(['JC', 'U02', 'U01-SX']);
  await admin.tap('最近改动');
  await admin.sees('数学与统计学院团总支');
  await admin.press('撤销');
  await admin.sees('已撤销');
  const back = await admin.ask('org.page', { orgId: 'U01-SX-B01' });
  expect(back.above.map(({ id }) => id)).toEqual(['JC', 'U01', 'U01-SX']);
});

it('whoever has no such duty is told so, and finds no entry', async () => {
  const youth = await house.come({ persona: 'youth' });
  await youth.open('/packages/manage/org/tree/index');
  await youth.sees(/自己所在的组织/);
  await youth.open('/pages/me/index');
  await youth.sees('林晓');
  expect(await youth.text('组织').count()).toBe(0);
});

it('in a wide window the tree stands at the left; by keyboard it is folded, gone along and opened', async () => {
  const admin = await house.come({ persona: 'admin', width: 1280 });
  await admin.open('/packages/manage/org/tree/index');
  await rows(admin).first().waitFor();
  const before = await rows(admin).count();
  await admin.page.keyboard.press('/');
  await admin.page.keyboard.press('ArrowDown');
  await admin.page.keyboard.press('ArrowLeft');
  await until(async () => (await rows(admin).count()) === 1, 'all below the top is folded');
  await admin.page.keyboard.press('ArrowRight');
  await until(async () => (await rows(admin).count()) === before, 'it is open again');
  await admin.page.keyboard.press('ArrowDown');
  const name = await focused(admin);
  await admin.page.keyboard.press('Enter');
  await pane(admin).getByText(name, { exact: true }).first().waitFor();
  // From a node that is closed ← leads to the one above it.
  await rows(admin).nth(1).locator('.org-tree__name').focus();
  await admin.page.keyboard.press('ArrowLeft');
  expect(await focused(admin)).toBe('共青团江城市委员会');
});
