import { addDays, formDate, startOfDay } from '../../contract/day';
import { openHouse } from './house';
import type { Visitor } from './visitor';

const house = openHouse();

/** Writes and publishes an event with one place, by hand; gives its id. */
async function publish(organiser: Visitor, title: string): Promise<string> {
  const { day } = await organiser.ask('home.today', {});
  const starts = startOfDay(addDays(day, 5));
  await organiser.open('/pages/events/index');
  await organiser.tap('我管理的');
  await organiser.tap('发布一场活动');
  await organiser.type('活动名称', title);
  await organiser.type('地点', '市图书馆一楼');
  await organiser.pick('哪天', formDate(starts));
  await organiser.type('名额', '1');
  await organiser.type('活动介绍', '一个席位，一段江。');
  await organiser.tap(/报名不问问题/);
  await organiser.tap('添一个问题');
  await organiser.type('问题 1', '朗诵篇目');
  await organiser.tap('必填');
  await organiser.press('发布');
  await organiser.sees('活动已发布');
  await organiser.sees('1 席，还有 1 席');
  const { items } = await organiser.ask('event.list', { which: 'managed' });
  return items.find((event) => event.title === title)?.id ?? '';
}

async function signUp(visitor: Visitor, label: string, piece: string): Promise<void> {
  await visitor.press(label);
  await visitor.type('朗诵篇目', piece);
  await visitor.press(`提交，${label}`);
}

describe('活动报名 in a browser', () => {
  it('one place: the first is 已报名, the second 候补第 1 位 and promoted when the first gives way', async () => {
    const organiser = await house.come({ persona: 'secretary' });
    const id = await publish(organiser, '一席江声');
    const [youth, cadre] = [await house.come({ persona: 'youth' }), await house.come({ persona: 'cadre' })];

    await youth.open('/pages/events/index');
    await youth.tap('一席江声');
    await youth.sees('要答 1 个问题，大约 1 分钟。');
    await youth.press('报名');
    await youth.press('提交，报名');
    await youth.sees('有 1 处要改');
    await youth.sees('请填写');
    await youth.type('朗诵篇目', '春江花月夜');
    await youth.press('提交，报名');
    await youth.sees('已报名');

    await cadre.open('/packages/event/detail/index', { id });
    await signUp(cadre, '加入候补，排第 1 位', '岳阳楼记');
    await cadre.sees('候补第 1 位');

    await organiser.open('/packages/organise/event/roster/index', { id });
    await organiser.sees(/^1 \/ 1 席/);
    await organiser.sees('朗诵篇目：岳阳楼记');

    await youth.press('取消报名');
    await youth.page.locator('.taro-modal__foot, .taro__modal').getByText('取消报名', { exact: true }).last().click();
    await youth.sees(/加入候补，排第 1 位$/);
    expect((await cadre.ask('event.get', { id })).event.mine).toEqual({ state: 'in' });
    await cadre.open('/packages/event/detail/index', { id });
    await cadre.sees('席位已经留好。不能来时请取消，让给候补的人。');
    await cadre.open('/pages/today/index');
    await cadre.sees('一席江声：候补轮到您了');
    await cadre.tap('知道了');
    await cadre.sees('一席江声');
  });

  it('says in Chinese why it refuses: the event was called off while the page was open', async () => {
    const organiser = await house.come({ persona: 'secretary' });
    const id = await publish(organiser, '会取消的一场');
    const youth = await house.come({ persona: 'youth' });
    await youth.open('/packages/event/detail/index', { id });
    await youth.press('报名');
    await youth.type('朗诵篇目', '黄鹤楼');
    await organiser.tap('取消活动');
    await organiser.sees('活动已取消，报名的人打开就会看到');
    await youth.press('提交，报名');
    await youth.sees('活动已由组织者取消，已报名的无需再做什么。');
    expect((await youth.ask('event.get', { id })).event.mine).toEqual({ state: 'none' });
  });

  it('tells somebody without a role that events are published by others', async () => {
    const youth = await house.come({ persona: 'youth' });
    await youth.open('/packages/organise/event/edit/index');
    await youth.sees('支部书记、书记和管理员可以办活动、看报名名单');
    await youth.sees('想办一场活动，可以先和支部书记说说。');
  });
});
