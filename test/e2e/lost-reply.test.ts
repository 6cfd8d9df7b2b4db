import type { Route } from 'playwright-core';
import { addDays, formDate, startOfDay } from '../../contract/day';
import { openHouse } from './house';
import type { Visitor } from './visitor';

const house = openHouse();
const HOUR_MS = 3_600_000;

/** From now on the calls of this action arrive and are done, and their replies are lost; gives the way back. */
async function loseReplies(visitor: Visitor, action: string): Promise<() => Promise<void>> {
  const lose = async (route: Route) => {
    const { data } = route.request().postDataJSON() as { data: { action: string } };
    if (data.action !== action) return route.fallback();
    await route.fetch();
    await route.abort('connectionreset');
  };
  await visitor.page.route('**/gateway/call', lose);
  return () => visitor.page.unroute('**/gateway/call', lose);
}

async function writePlan(organiser: Visitor, title: string): Promise<void> {
  const { day } = await organiser.ask('home.today', {});
  const starts = startOfDay(addDays(day, 5)) + 19 * HOUR_MS;
  await organiser.type('活动名称', title);
  await organiser.type('地点', '市图书馆一楼');
  await organiser.pick('哪天', formDate(starts));
  await organiser.type('名额', '9');
  await organiser.type('活动介绍', '一段江。');
}

const titles = async (organiser: Visitor) =>
  (await organiser.ask('event.list', { which: 'managed' })).items.map(({ title }) => title);

describe('a lost reply, the app closed and opened again', () => {
  it('leaves exactly one event, and the draft says that sending again does no harm', async () => {
    const organiser = await house.come({ persona: 'secretary' });
    await organiser.open('/packages/organise/event/edit/index');
    await writePlan(organiser, '只发一次');
    const online = await loseReplies(organiser, 'event.create');
    await organiser.press('发布');
    await organiser.sees('现在连不上网络。您写的都还在，连上后再点一次。');
    await online();

    await organiser.open('/packages/organise/event/edit/index');
    await organiser.sees('上次发出后没有等到回应，可能已经成功。再发一次就知道，不会重复。');
    await organiser.press('发布');
    await organiser.sees('活动已发布');
    expect((await titles(organiser)).filter((title) => title === '只发一次')).toHaveLength(1);
  });

  it('with the words changed meanwhile leaves one event, whose revision holds the newer words', async () => {
    const organiser = await house.come({ persona: 'secretary' });
    await organiser.open('/packages/organise/event/edit/index');
    await writePlan(organiser, '旧的名字');
    const online = await loseReplies(organiser, 'event.create');
    await organiser.press('发布');
    await organiser.sees(/您写的都还在/);
    await online();

    await organiser.open('/packages/organise/event/edit/index');
    await organiser.type('活动名称', '新的名字');
    await organiser.press('发布');
    await organiser.page.getByText('去核对', { exact: true }).click();
    await organiser.sees('保存修改');
    await organiser.press('保存修改');
    await organiser.sees('已保存，报名的人打开就是新的');
    const seen = await titles(organiser);
    expect(seen.filter((title) => title === '新的名字')).toHaveLength(1);
    expect(seen).not.toContain('旧的名字');
  });
});

describe('publishing for an org below one’s own', () => {
  it('the secretary of the city finds a branch, and its members alone see the event', async () => {
    const organiser = await house.come({ persona: 'secretary' });
    await organiser.open('/packages/organise/event/edit/index');
    await organiser.tap(/主办，报名不问问题/);
    await organiser.sees('共青团江城市委员会');
    await organiser.tap('换一个');
    await organiser.type('按名称找', '汉语言 2401');
    await organiser.tap(/^汉语言文学 2401/);
    await writePlan(organiser, '只给一个支部');
    await organiser.press('发布');
    await organiser.sees('活动已发布');

    const open = async (persona: string) =>
      (await organiser.ask('event.list', { which: 'open' }, persona)).items.map(({ title }) => title);
    expect(await open('youth')).toContain('只给一个支部');
    expect(await open('district-youth')).not.toContain('只给一个支部');
  });
});
