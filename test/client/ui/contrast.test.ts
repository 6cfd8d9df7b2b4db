/** @jest-environment node */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const [light = '', dark = ''] = readFileSync(join(__dirname, '../../../src/shared/ui/tokens.scss'), 'utf8').split(
  '@media (prefers-color-scheme: dark)',
);
const colours = (sheet: string): Record<string, string> =>
  Object.fromEntries(
    [...sheet.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', value = '']): [string, string] => [
      name,
      value,
    ]),
  );

/** Relative luminance and contrast ratio, WCAG 2.1. */
const luminance = (colour: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one: string, other: string): number => {
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (bright + 0.05) / (dim + 0.05);
};

const pairs = [
  ...['ink', 'ink-2', 'seal-text', 'bamboo', 'river'].flatMap((text) =>
    ['paper', 'sheet', 'sunk'].map((ground) => [text, ground] as const),
  ),
  ['on-ink', 'ink'],
  ['on-seal', 'seal'],
] as const;

describe.each([
  ['by day', colours(light)],
  ['at night', { ...colours(light), ...colours(dark) }],
])('%s', (_when, token) => {
  test.each(pairs)('%s on %s can be read (contrast 4.5 at least)', (text, ground) => {
    expect(contrast(token[text] ?? '', token[ground] ?? '')).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['paper', 'sheet', 'sunk'])('the line of a field or a button on %s can be seen (3 at least)', (ground) => {
    expect(contrast(token['line-2'] ?? '', token[ground] ?? '')).toBeGreaterThanOrEqual(3);
  });
});
