import { openHouse } from './house';

const house = openHouse();

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
