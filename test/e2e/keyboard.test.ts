import { openHouse } from './house';
import { until, type Visitor } from './visitor';

/*
 * The preview without a pointer: whatever can be tapped is reached by Tab, seen to have the focus, pressed by Enter or
 * Space; what opens takes the focus, keeps it and gives it back.
 */
const house = openHouse();

/** What has the focus, in the words that are heard or seen of it. */
const focused = ({ page }: Visitor): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: element } = document;
    return element?.getAttribute('aria-label') ?? element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  });
const MOST_STEPS = 80;

/** Tabs until this has the focus. */
async function tabTo(visitor: Visitor, words: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await visitor.page.keyboard.press('Tab');
    const now = await focused(visitor);
    if (words.test(now)) return;
    passed.push(now.slice(0, 12));
  }
  throw new Error(`${words} is not reached by Tab; passed: ${passed.join(' | ')}`);
}
const press = ({ page }: Visitor, key: string): Promise<void> => page.keyboard.press(key);
const comesTo = (visitor: Visitor, words: RegExp): Promise<void> =>
  until(async () => words.test(await focused(visitor)), `the focus is on ${words}`);

it('logs today and takes it back', async () => {
  const reader = await house.come({ persona: 'youth' });
  await reader.open();
  await reader.sees('记一笔');
  await tabTo(reader, /^记一笔$/);
  const ring = await reader.page.evaluate(
    () => document.activeElement && getComputedStyle(document.activeElement).outlineStyle,
  );
  expect(ring).toBe('solid');
  await press(reader, 'Enter');
  await reader.sees('已记下');
  await tabTo(reader, /^撤销$/);
  await press(reader, 'Space');
  await reader.sees('记一笔');
});

it('opens a page, whose heading takes the focus and below which nothing is reached; 返回 gives it back', async () => {
  const reader = await house.come({ persona: 'youth' });
  await reader.open('/pages/shelf/index');
  await reader.sees(/^找书：/);
  await tabTo(reader, /^找书：/);
  await press(reader, 'Enter');
  await reader.screen.locator('.sx-page__bar-title', { hasText: '找书' }).waitFor();
  await until(
    () => reader.page.evaluate(() => Boolean(document.activeElement?.closest('.taro_page:not([inert])'))),
    'the focus is on the new page',
  );
  const reachable = await reader.page.evaluate(
    () => [...document.querySelectorAll<HTMLElement>('.taro_page')].filter(({ inert }) => !inert).length,
  );
  expect(reachable).toBe(1);
  await reader.screen.locator('.sx-page__back').focus();
  await press(reader, 'Enter');
  await comesTo(reader, /^找书：/);
});

it('tells which tab is open', async () => {
  const reader = await house.come({ persona: 'youth' });
  await reader.open();
  await reader.sees('记一笔');
  const current = () => reader.page.locator('.weui-tabbar__item[aria-current="page"]').allInnerTexts();
  expect((await current()).map((text) => text.trim())).toEqual(['今日']);
  await reader.tab('书架');
  await until(async () => (await current()).join().trim() === '书架', 'the other tab is told');
});

it('fills in a form: fields have their names, arrows go from choice to choice, Space chooses', async () => {
  const secretary = await house.come({ persona: 'secretary' });
  await secretary.open('/packages/organise/event/edit/index');
  await secretary.sees('活动名称');
  await tabTo(secretary, /^活动名称/);
  await secretary.page.keyboard.type('晨读');
  expect(await secretary.field('活动名称').locator('input').inputValue()).toBe('晨读');
  await tabTo(secretary, /^20 席$/);
  await press(secretary, 'ArrowRight');
  await comesTo(secretary, /^30 席$/);
  await press(secretary, 'Space');
  const isChosen = () => secretary.page.evaluate(() => document.activeElement?.getAttribute('aria-checked') === 'true');
  await until(isChosen, '30 席 is chosen');
});

it('keeps the focus within a question, Esc says no and gives it back, Enter says yes', async () => {
  const reader = await house.come({ persona: 'youth' });
  const mine = await reader.ask('event.list', { which: 'mine' });
  const waited = mine.items.find((event) => event.mine.state === 'waiting');
  await reader.open('/packages/event/detail/index', { id: waited?.id ?? '' });
  await reader.sees(/候补第/);
  await tabTo(reader, /^退出候补$/);
  await press(reader, 'Enter');
  await comesTo(reader, /^保留$/);
  const round = [];
  for (let step = 0; step < 3; step += 1) {
    await press(reader, 'Tab');
    round.push(await focused(reader));
  }
  expect(round).toEqual(['退出', '保留', '退出']);
  await press(reader, 'Escape');
  await comesTo(reader, /^退出候补$/);
  await reader.sees(/候补第/);
  await press(reader, 'Enter');
  await comesTo(reader, /^保留$/);
  await press(reader, 'Tab');
  await press(reader, 'Enter');
  await reader.sees('已退出候补');
});

it('who goes back at once, before a page has slid in, sees the page before it', async () => {
  const visitor = await house.come({ persona: 'youth' });
  await visitor.open('/pages/events/index');
  const ticket = visitor.screen.locator('.sx-ticket', { hasText: '春江花月夜' });
  for (let round = 0; round < 3; round += 1) {
    await ticket.click();
    // The page is there, and slides. One that is still being fetched is another matter: Taro puts it on top all the same.
    await visitor.screen.getByText('返回', { exact: true }).waitFor();
    await visitor.page.evaluate(() => history.back());
    await visitor.page.waitForURL(/pages\/events/);
    // Longer than any page slides: what hides it comes at the end.
    await visitor.page.waitForTimeout(700);
    await ticket.waitFor();
  }
});
