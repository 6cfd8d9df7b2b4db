import { readFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

/** The engine itself, as text to be run in a page. */
const engine = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Everything of WCAG 2.2 AA that an engine can tell. */
const everything: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
  // It compares words with spaces between them, which Chinese has none of; `unspokenWords` compares the characters.
  rules: { 'label-content-name-mismatch': { enabled: false } },
};
/** What another light or another size of text can change; the rest is the same and is not asked twice. */
const ofColour: RunOptions = { runOnly: ['color-contrast'] };
const ofSize: RunOptions = { runOnly: ['target-size', 'color-contrast'] };

/** What is asked of a page, by the look it is in. */
export const examinations = { light: everything, dark: ofColour, large: ofSize };

const equipped = new WeakSet<Page>();

/**
 * Has the engine in whatever this page loads from now on. Sent to each page loaded it would take ten times as long as it
 * takes to run: a script that a browser process knows is neither sent nor compiled again.
 */
export async function bringEngine(page: Page): Promise<void> {
  if (equipped.has(page)) return;
  equipped.add(page);
  await page.addInitScript(`if (location.protocol !== 'about:') { ${engine} }`);
}

/** What the engine finds serious or critical, each as `rule: element, reason`. */
export async function examine(page: Page, options: RunOptions): Promise<string[]> {
  const { violations } = await page.evaluate(async (given) => {
    const { axe } = globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
    return axe.run({ ...given, resultTypes: ['violations'] });
  }, options);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, any, all }) => `${id}: ${shortened(html)} ${(any[0] ?? all[0])?.message ?? ''}`.trim()),
    );
}

const LONGEST = 160;
const shortened = (html: string): string => html.replace(/\s+/g, ' ').slice(0, LONGEST);

/**
 * What a screen is found by when it is heard: one heading of the first level and one main part. The engine has rules for
 * both, but takes the framework's page, which covers the window, for an open dialog, and then asks for neither.
 */
export async function landmarks(page: Page): Promise<string[]> {
  const counted = await page.evaluate(() => {
    const shown = (selector: string) =>
      [...document.querySelectorAll(selector)].filter((node) => node.getClientRects().length > 0).length;
    return { headings: shown('h1, [role="heading"][aria-level="1"]'), mains: shown('main, [role="main"]') };
  });
  return [
    ...(counted.headings === 1 ? [] : [`${counted.headings} headings of the first level`]),
    ...(counted.mains === 1 ? [] : [`${counted.mains} main parts`]),
  ];
}

/** Where the words that are seen are no part of the name: who speaks to the phone says what he sees (WCAG 2.5.3). */
export const unspokenWords = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const touched = ['button', 'link', 'tab', 'radio', 'checkbox', 'gridcell'].map(
      (role) => `[role="${role}"][aria-label]`,
    );
    const named = [...document.querySelectorAll<HTMLElement>(touched.join())];
    const signs = (text: string): string => text.replace(/[\s\p{P}\p{S}]/gu, '');
    return named.flatMap((node) => {
      const name = node.getAttribute('aria-label') ?? '';
      return signs(name).includes(signs(node.innerText))
        ? []
        : [`“${node.innerText}” is no part of the name “${name}”`];
    });
  });
