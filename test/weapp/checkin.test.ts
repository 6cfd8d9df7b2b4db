import { printFigures } from '../support/figures';
import { commandId } from '../support/gateway';
import { launch, type Phone } from '../support/weapp/launch';

const TODAY = 'pages/today/index';

describe('阅读打卡 in the built mini-program', () => {
  let phone: Phone;
  beforeAll(() => {
    phone = launch('youth');
  });
  afterEach(() => expect(phone.complaints).toEqual([]));

  /** What the server has for today. */
  const recordedToday = async () => {
    const { day, days } = await phone.ask('home.today', {});
    return days.find((one) => one.day === day)?.lines ?? [];
  };
  const openToday = async () => {
    const page = phone.open(TODAY);
    await page.shows('林晓');
    return page;
  };
  const sendings = () => phone.sent.filter((action) => action.startsWith('checkin.')).length;

  it('opens with the name, the book in hand and one 记一笔, in one call', async () => {
    const page = await openToday();
    expect(page.all('in-hand__title').map((title) => title.textContent)).toEqual(['红楼梦']);
    expect(page.showing('记一笔')).toHaveLength(1);
    expect(phone.sent).toEqual(['home.today']);
    page.close();
  });

  it('records with one tap and takes it back with another', async () => {
    const page = await openToday();
    await page.tap('记一笔');
    await page.shows('记下了');
    await page.until(async () => (await recordedToday()).length === 1);
    expect((await recordedToday()).map((line) => line.book.title)).toEqual(['红楼梦']);

    await page.tap('撤销');
    await page.until(async () => (await recordedToday()).length === 0);
    expect(page.showing('记一笔')).toHaveLength(1);
    page.close();
  });

  it('makes one record of ten taps in one instant', async () => {
    const page = await openToday();
    await page.tap('记一笔', 10);
    await page.until(async () => (await recordedToday()).length === 1);
    await page.until(() => page.text.includes('记下了') && !page.text.includes('待同步'));
    const { days, day } = await phone.ask('home.today', {});
    expect(days.filter((one) => one.day === day)).toHaveLength(1);
    await page.tap('撤销');
    await page.until(async () => (await recordedToday()).length === 0);
    page.close();
  });

  it('started offline, shows what was seen, keeps the tap, and sends it exactly once when the network is back', async () => {
    phone.setOnline(false);
    phone.relaunch();
    const before = sendings();
    const page = await openToday();
    await page.shows('现在离线');
    expect(page.showing('红楼梦').length).toBeGreaterThan(0);
    await page.tap('记一笔');
    await page.shows('记下了，待同步');
    expect(await recordedToday()).toEqual([]);

    phone.setOnline(true);
    await page.until(() => !page.text.includes('待同步') && !page.text.includes('现在离线'));
    expect((await recordedToday()).map((line) => line.book.title)).toEqual(['红楼梦']);
    expect(sendings() - before).toBe(1);
    page.close();
  });

  it('keeps a tap through being killed offline, and sends it at the next launch', async () => {
    const first = await openToday();
    phone.setOnline(false);
    await first.tap('换一本');
    await first.tapClass('desk-switch__one', 1);
    await first.tap('记一笔');
    await first.shows('记下了，待同步');
    first.close();

    phone.setOnline(true);
    phone.relaunch();
    const second = await openToday();
    await second.until(async () => (await recordedToday()).length === 2);
    await second.until(() => !second.text.includes('待同步'));
    expect((await recordedToday()).map((line) => line.book.title).sort()).toEqual(['活着', '红楼梦'].sort());
    second.close();
  });

  /** A phone that has never seen the app, and nothing recorded today. */
  const startAfresh = async () => {
    const { day } = await phone.ask('home.today', {});
    for (const { book } of await recordedToday()) {
      await phone.ask('checkin.remove', { commandId: commandId(), day, bookId: book.id });
    }
    phone.setOnline(true);
    phone.forget();
    phone.relaunch();
    return openToday();
  };

  it('sends at most 2 KB to the view for a tap, and its confirmation redraws neither line nor seal', async () => {
    const page = await startAfresh();
    await page.until(() => page.showing('记一笔').length === 1);
    const before = page.updates.length;
    await page.tap('记一笔');
    await page.until(() => page.showing('记下了').length === 1);
    const sizes = page.updates.slice(before);
    printFigures('记一笔, setData bytes', sizes);
    expect(sizes.length).toBeLessThanOrEqual(2);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(2048);
    if (sizes.length > 1) expect(sizes.at(-1)).toBeLessThanOrEqual(512);
    page.close();
  });

  it('launched again without network, still shows what was recorded just before', async () => {
    const first = await startAfresh();
    await first.tap('记一笔');
    await first.until(() => first.showing('记下了').length === 1);
    first.close();

    phone.setOnline(false);
    phone.relaunch();
    const second = await openToday();
    await second.shows('现在离线');
    expect(second.showing('记下了')).toHaveLength(1);
    expect(second.showing('记一笔')).toHaveLength(0);
    second.close();
  });
});
