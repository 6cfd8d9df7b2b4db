import { type Ids, screenIds, screens } from '../support/screens';
import { openHouse } from './house';
import type { Visitor } from './visitor';

const house = openHouse();

/** Opens a page of the table and waits for what it shows, in words or filled in. */
async function openScreen(visitor: Visitor, route: string, ids: Ids): Promise<void> {
  const screen = screens[route];
  const parameters = Object.entries(screen?.parameters?.(ids) ?? {});
  await visitor.open(
    `/${route}`,
    Object.fromEntries(parameters.map(([key, value]) => [key, decodeURIComponent(value)])),
  );
  await visitor.page.waitForFunction((text) => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value);
    return [document.body.innerText, ...fields].some((shown) => shown.includes(text));
  }, screen?.shows ?? route);
}

/**
 * What reaches beyond the edges, by class; nothing when all is well. What lies in a part that scrolls sideways by
 * itself, such as a row of covers, does not count; what the frame around the page cuts off does.
 */
const overflowing = (visitor: Visitor): Promise<string[]> =>
  visitor.page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const scrolls = (node: Element): boolean => {
      const parent = node.parentElement;
      if (!parent || parent.classList.contains('sx-page')) return false;
      return getComputedStyle(parent).overflowX !== 'visible' || scrolls(parent);
    };
    const wide = document.documentElement.scrollWidth > width ? ['the document'] : [];
    const nodes = [...document.querySelectorAll('.sx-page, .sx-page *')].filter((node) => {
      const { left, right, width: own } = node.getBoundingClientRect();
      return own > 0 && (right > width + 1 || left < -1) && !scrolls(node);
    });
    return [...wide, ...new Set(nodes.map((node) => `${node.tagName} ${node.getAttribute('class') ?? ''}`))];
  });

/** Sets the factor that all text sizes follow, as the choice on 我的 does; gives the one the page came with. */
const setType = (visitor: Visitor, type: number): Promise<number> =>
  visitor.page.evaluate((factor) => {
    const pages = [...document.querySelectorAll<HTMLElement>('.sx-type')];
    const before = Number(pages[0]?.style.getPropertyValue('--type'));
    for (const page of pages) page.style.setProperty('--type', String(factor));
    return before;
  }, type);

it('320 points wide, no screen reaches beyond its edges at any type size', async () => {
  const visitor = await house.come({ persona: 'admin', width: 320, type: 1.5 });
  const ids = await screenIds(house.preview.url);
  const found: Record<string, string[]> = {};
  for (const route of Object.keys(screens)) {
    await openScreen(visitor, route, ids);
    expect(await setType(visitor, 1.5)).toBe(1.5);
    for (const type of [1.5, 1.25, 1]) {
      await setType(visitor, type);
      const beyond = await overflowing(visitor);
      if (beyond.length > 0) found[`${route} × ${type}`] = beyond;
    }
  }
  expect(found).toEqual({});
});

/** Text and ground tokens that meet on screen. */
const pairs = [
  ['--ink', '--paper'],
  ['--ink', '--sheet'],
  ['--ink', '--sunk'],
  ['--ink-2', '--paper'],
  ['--ink-2', '--sheet'],
  ['--ink-2', '--sunk'],
  ['--seal-text', '--paper'],
  ['--bamboo', '--paper'],
  ['--river', '--paper'],
  ['--on-ink', '--ink'],
  ['--on-seal', '--seal'],
] as const;

it.each([false, true])('text tokens keep a contrast of 4.5 (dark: %s)', async (dark) => {
  const visitor = await house.come({ persona: 'admin', dark });
  await visitor.open();
  await visitor.sees(/许清和，/);
  const colours = await visitor.page.evaluate(
    (names) => names.map((name) => getComputedStyle(document.body).getPropertyValue(name).trim()),
    pairs.flat(),
  );
  const weak = pairs.flatMap(([text, ground], index) => {
    const ratio = contrast(colours[index * 2] ?? '', colours[index * 2 + 1] ?? '');
    return ratio >= 4.5 ? [] : [`${text} on ${ground}: ${ratio.toFixed(2)}`];
  });
  expect(weak).toEqual([]);
});

/** WCAG 2.1 contrast ratio of two `#rrggbb` colours. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) throw new Error(`not a colour: “${colour}”`);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
