import { inLanes } from '../../scripts/lib/lanes';
import { beyondEdges } from '../screens/edges';
import { type Ids, type Screen, screenIds, screens } from '../support/screens';
import { openHouse } from './house';
import type { Visitor } from './visitor';

const house = openHouse();
const HEIGHT = 800;

const pane = (visitor: Visitor) => visitor.screen.locator('.sx-beside__pane');
const ticket = (visitor: Visitor, title: string) => visitor.screen.locator('.sx-ticket', { hasText: title });
const resize = (visitor: Visitor, width: number) => visitor.page.setViewportSize({ width, height: HEIGHT });
const focused = (visitor: Visitor) => visitor.page.evaluate(() => document.activeElement?.textContent ?? '');

it('in a wide window an event stands beside the list; another takes its place, a reload keeps it, a narrow window goes on with it', async () => {
  const visitor = await house.come({ persona: 'secretary', width: 1280 });
  await visitor.open('/pages/events/index');
  await ticket(visitor, '春江花月夜').click();
  await pane(visitor).getByText('海上明月共潮生').waitFor();
  await ticket(visitor, '厚书薄读').click();
  await pane(visitor).getByText('三位把一本厚书真正读完的人').waitFor();
  expect(await pane(visitor).getByText('海上明月共潮生').count()).toBe(0);
  expect(await ticket(visitor, '厚书薄读').getAttribute('aria-current')).toBe('true');

  await visitor.page.reload();
  await pane(visitor).getByText('三位把一本厚书真正读完的人').waitFor();
  await ticket(visitor, '春江花月夜').waitFor();

  await resize(visitor, 390);
  await visitor.page.waitForURL(/packages\/event\/detail/);
  await visitor.sees(/三位把一本厚书真正读完的人/);
  await visitor.tap('返回');
  await ticket(visitor, '春江花月夜').waitFor();
  expect(await pane(visitor).count()).toBe(0);
});

it('by keyboard: Enter opens beside the list, the title has the focus, Escape leads back to the row', async () => {
  const visitor = await house.come({ persona: 'secretary', width: 1280 });
  await visitor.open('/pages/events/index');
  await ticket(visitor, '厚书薄读').focus();
  await visitor.page.keyboard.press('Enter');
  await pane(visitor).getByText('三位把一本厚书真正读完的人').waitFor();
  await visitor.page.waitForTimeout(400);
  expect(await focused(visitor)).toBe('活动');
  await visitor.page.keyboard.press('Escape');
  expect(await focused(visitor)).toContain('厚书薄读');
});

it('a table by keyboard: / goes to the box, ↓ to the rows, Space ticks, Escape takes back', async () => {
  const visitor = await house.come({ persona: 'admin', width: 1280 });
  await visitor.open('/packages/organise/org/invite/index');
  await visitor.screen.getByRole('row').nth(2).waitFor();
  await visitor.page.keyboard.press('/');
  expect(await visitor.page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
  await visitor.page.keyboard.press('ArrowDown');
  await visitor.page.keyboard.press('ArrowDown');
  await visitor.page.keyboard.press('Space');
  await visitor.sees('已选 1 条');
  expect(await visitor.screen.getByRole('row').nth(2).getByRole('checkbox').getAttribute('aria-checked')).toBe('true');
  await visitor.page.keyboard.press('Escape');
  await visitor.seesNot('已选 1 条');
});

/** Below the switch to two columns, at it, and with room to spare. */
const widths = [600, 900, 1280];

/** What reaches beyond the edges of a screen, by width; it is loaded once, and laid out anew as its window grows. */
async function beyondAtAnyWidth(route: string, { shows, parameters }: Screen, ids: Ids): Promise<string[]> {
  const visitor = await house.come({ persona: 'admin', width: widths[0] });
  const given = Object.entries(parameters?.(ids) ?? {}).map(([key, value]) => [key, decodeURIComponent(value)]);
  await visitor.open(`/${route}`, Object.fromEntries(given) as Record<string, string>);
  const found: string[] = [];
  for (const width of widths) {
    await resize(visitor, width);
    const seen = visitor.page.waitForFunction(
      ([text, points]) => {
        const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value);
        const shown = [document.body.innerText, ...fields].some((words) => words.includes(text));
        return shown && matchMedia(`(width: ${points}px)`).matches;
      },
      [shows, width] as const,
    );
    await seen.catch(() => Promise.reject(new Error(`${route} at ${width} does not show “${shows}”`)));
    await visitor.rests();
    for (const node of await beyondEdges(visitor.page)) found.push(`${route} at ${width}: ${node}`);
  }
  await visitor.leave();
  return found;
}

it(`${widths.join(', ')} points wide, no screen reaches beyond its edges`, async () => {
  const ids = await screenIds(house.preview.url);
  const looks = Object.entries(screens).map(
    ([route, screen]) =>
      () =>
        beyondAtAnyWidth(route, screen, ids),
  );
  expect((await inLanes(2, looks)).flat()).toEqual([]);
  // Every screen in one test: longer than the usual minute on two busy cores.
}, 300_000);
