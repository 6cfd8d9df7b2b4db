import { openHouse } from './house';

const house = openHouse();

describe('joining, complaining and changing persona in a browser', () => {
  it('a visitor joins with an invitation code; a wrong code is explained and nothing typed is lost', async () => {
    const visitor = await house.come({ persona: 'visitor' });
    await visitor.open();
    await visitor.tap('加入');
    await visitor.sees('邀请码是 6 到 12 位字母和数字');
    await visitor.type('邀请码', 'NOSUCH99');
    await visitor.type('姓名', '方小舟');
    await visitor.tap('我已年满 14 周岁');
    await visitor.tap('加入');
    await visitor.sees('邀请码不存在。请核对后重新填写，或向支部书记索取。');
    await visitor.type('邀请码', 'hanyu2401');
    await visitor.tap('加入');
    await visitor.sees('已加入支部');
    await visitor.sees(/方小舟，/);
    await visitor.sees('手头还没有书');
    const { orgs } = await visitor.ask('me.session', {});
    expect(orgs.map(({ name }) => name)).toEqual(['汉语言文学 2401 团支部']);
  });

  it.each(['今日', '书架', '活动', '我的'])(
    '投诉建议 is one tap from %s and gives a ticket and a date',
    async (tab) => {
      const visitor = await house.come({ persona: 'district-youth' });
      await visitor.open();
      await visitor.tab(tab);
      await visitor.screen.locator('.sx-page__complain').click();
      await visitor.type('内容', `从${tab}来的一条建议`);
      await visitor.tap('提交');
      await visitor.sees(/^已收到，编号 \d{8}-\w{4}，\d+月\d+日 周.前答复$/);
      await visitor.sees(`从${tab}来的一条建议`);
    },
  );

  it('the switcher on 我的 makes one somebody else, who sees nothing of the first', async () => {
    const visitor = await house.come({ persona: 'youth' });
    await visitor.open('/pages/me/index');
    await visitor.sees('林晓');
    await visitor.tap('本地演示：换一个身份');
    await visitor.tap('许清和 · 管理员');
    await visitor.sees(/许清和，/);
    await visitor.tab('我的');
    await visitor.sees('收到的投诉建议');
    expect(await visitor.text('林晓').count()).toBe(0);
  });
});

it('a phone of these tests goes on as a new one: neither stored nor changed by who had it before', async () => {
  const before = await house.come({ persona: 'youth', dark: true, width: 1280 });
  await before.open('/pages/me/index');
  await before.sees('林晓');
  await before.page.route('**/gateway/call', (call) => call.abort('internetdisconnected'));
  await before.context.setOffline(true);
  await before.leave();
  const after = await house.come();
  expect(after.page).toBe(before.page);
  await after.open();
  await after.tap('陈望舒 · 团干部');
  await after.sees(/陈望舒，/);
  const kept = await after.page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  expect(kept).not.toContain('林晓');
  expect(await after.page.evaluate(() => [innerWidth, matchMedia('(prefers-color-scheme: dark)').matches])).toEqual([
    390,
    false,
  ]);
});
