import type { Today } from '../../contract/domains/home/actions';
import { addDays, dayLabel, monthOf } from '../../contract/day';
import { openHouse } from './house';
import { until, type Visitor } from './visitor';

const house = openHouse();

/** The books the server has for today. */
async function titles(visitor: Visitor, persona?: string): Promise<string[]> {
  const { day, days } = await visitor.ask('home.today', {}, persona);
  return (days.find((one) => one.day === day)?.lines ?? []).map((line) => line.book.title);
}
const submissions = (visitor: Visitor) => visitor.sent.filter((action) => action === 'checkin.submit').length;

describe('阅读打卡 in a browser', () => {
  it('asks a first visitor whom to be, then opens with the day: one tap seals it, another takes it back', async () => {
    const visitor = await house.come();
    await visitor.open();
    await visitor.tap('陈望舒 · 团干部');
    await visitor.sees(/陈望舒，/);
    await visitor.sees('系统之美');
    await visitor.tap('记一笔');
    await visitor.sees('记下了');
    await visitor.screen.locator('.sx-seal', { hasText: '今日已读' }).waitFor();
    await until(async () => (await titles(visitor, 'cadre')).includes('系统之美'), 'recorded');
    await visitor.tap('撤销');
    await visitor.sees('记一笔');
    await until(async () => (await titles(visitor, 'cadre')).length === 0, 'taken back');
  });

  it('has the next event and the month on the first screen, whatever is below', async () => {
    const visitor = await house.come({ persona: 'youth' });
    await visitor.page.route('**/gateway/call', async (route) => {
      const response = await route.fetch();
      const { result } = (await response.json()) as { result: { ok: boolean; data: Today } };
      // Nothing has changed: what the city has to tell stands above the event, and goes with 知道了.
      if (result.data.changes) result.data.changes = [];
      await route.fulfill({ response, json: { result } });
    });
    await visitor.open();
    await visitor.sees('记一笔');
    const bar = await visitor.page.locator('.weui-tabbar').boundingBox();
    const event = await visitor.screen.locator('.next-event').boundingBox();
    const calendar = visitor.screen.locator('.calendar');
    const [first, last] = [calendar.getByText('1', { exact: true }), calendar.getByText('28', { exact: true })];
    expect(event?.height).toBe(56);
    expect(event?.y).toBeLessThan((await first.boundingBox())?.y ?? 0);
    const end = await last.boundingBox();
    expect((end?.y ?? Infinity) + (end?.height ?? 0)).toBeLessThan(bar?.y ?? 0);
  });

  it('in a wide window has what one does on the left, and what comes on the right from the top on', async () => {
    const visitor = await house.come({ persona: 'youth', width: 1280 });
    await visitor.open();
    await visitor.sees('记一笔');
    const place = async (part: string) => {
      const box = await visitor.screen.locator(part).boundingBox();
      if (!box) throw new Error(`no ${part}`);
      return { ...box, right: box.x + box.width };
    };
    const [hand, month] = [await place('.today__hand'), await place('.today__month')];
    const [news, more] = [await place('.today__news'), await place('.today__more')];
    expect([month.x, more.x]).toEqual([hand.x, news.x]);
    expect(hand.right).toBeLessThanOrEqual(news.x);
    expect(Math.abs(hand.y - news.y)).toBeLessThan(1);
    expect(more.y).toBeLessThan(month.y);
    expect(hand.width).toBeLessThanOrEqual(480);
  });

  it('makes one record of ten fast taps and keeps it through a reload', async () => {
    const visitor = await house.come({ persona: 'youth' });
    await visitor.open();
    await visitor.sees('记一笔');
    await visitor.text('记一笔').evaluate((button: HTMLElement) => {
      for (let tap = 0; tap < 10; tap += 1) button.click();
    });
    await visitor.sees('记下了');
    expect(await titles(visitor)).toEqual(['红楼梦']);

    await visitor.open();
    await visitor.sees('记下了');
    expect(await visitor.text('记一笔').count()).toBe(0);
    expect(await titles(visitor)).toEqual(['红楼梦']);
  });

  it('logs offline as 待同步 and records it once when the network is back', async () => {
    const visitor = await house.come({ persona: 'branch-secretary' });
    await visitor.open();
    await visitor.sees('记一笔');
    await visitor.context.setOffline(true);
    await visitor.tap('记一笔');
    await visitor.sees('记下了，待同步');
    await visitor.sees(/现在离线/);
    expect(await titles(visitor)).toEqual([]);

    await visitor.context.setOffline(false);
    await visitor.sees('记下了');
    await visitor.seesNot(/现在离线/);
    expect(await titles(visitor)).toEqual(['人类简史']);
  });

  it('a reply that set out before the tap was confirmed does not take the record away again', async () => {
    const visitor = await house.come({ persona: 'cadre' });
    let answered = 0;
    let confirmed = (): void => undefined;
    const confirmation = new Promise<void>((done) => {
      confirmed = done;
    });
    await visitor.open();
    await visitor.sees('记一笔');
    await visitor.page.route('**/gateway/call', async (route) => {
      const asked = route.request().postData() ?? '';
      const response = await route.fetch();
      // Read before the tap, and on its way until after the answer to it.
      if (asked.includes('home.today')) await confirmation;
      await route.fulfill({ response });
      answered += 1;
      if (asked.includes('checkin.submit')) confirmed();
    });
    await visitor.open();
    await visitor.tap('记一笔');
    await visitor.sees('记下了');
    await until(() => Promise.resolve(answered >= 2), 'the late reply is there');
    expect(await visitor.text('记一笔').count()).toBe(0);
  });

  it('keeps what was typed after a lost reply, sends it again and records it once', async () => {
    const visitor = await house.come({ persona: 'secretary' });
    let lost = 0;
    await visitor.page.route('**/gateway/call', async (route) => {
      const isSubmission = route.request().postData()?.includes('checkin.submit') === true;
      if (!isSubmission || lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      await route.abort();
    });
    await visitor.open();
    await visitor.tap('记一笔');
    await visitor.sees('记下了，待同步');
    await until(() => Promise.resolve(lost === 1), 'the first reply is lost');
    await visitor.sees('记下了');
    expect(submissions(visitor)).toBe(2);
    expect(await titles(visitor)).toEqual(['中国饭碗']);
  });

  it('fills a day in from the month page, with pages and a note that only the reader sees', async () => {
    const visitor = await house.come({ persona: 'district-youth' });
    const { day } = await visitor.ask('home.today', {});
    const past = addDays(day, -3);
    await visitor.open();
    await visitor.tap('翻看与补记');
    await visitor.sees(/^读了 \d+ 天$/);
    if (monthOf(past) !== monthOf(day)) await visitor.tap('上个月');
    await visitor.screen.locator(`[aria-label="${dayLabel(past)}"], [arialabel="${dayLabel(past)}"]`).click();
    await visitor.tap('补记一本');
    await visitor.tap('物种起源');
    await visitor.sees('已补记');
    await visitor.tap('写几句');
    await visitor.type('读了几页', '12');
    await visitor.type('心得', '鸽子那一节');
    await visitor.tap('写好了');
    await visitor.sees('12 页');
    await until(async () => {
      const { days } = await visitor.ask('checkin.month', { month: monthOf(past) });
      const line = days.find((one) => one.day === past)?.lines[0];
      return line?.pages === 12 && line.note === '鸽子那一节';
    }, 'filled in');
  });
});
