import type { Declared } from './declare';
import { pages } from './table';

/* What app.config.ts says of pages, made from what they declare. */

interface SubPackage {
  root: string;
  pages: string[];
}
interface Preload {
  network: 'wifi';
  packages: string[];
}

const TAB = /^pages\//;
const rootOf = ({ path }: Declared): string => path.split('/').slice(0, 2).join('/');
const order = ({ tab }: Declared): number => tab?.order ?? 0;

const all: readonly Declared[] = Object.values(pages);
const tabs = all.filter(({ tab }) => tab).sort((one, other) => order(one) - order(other));

/** The pages of the main package, in the order of the tab bar; WeChat opens the first. */
export const mainPages = (): string[] => tabs.map(({ path }) => `${path}/index`);

export const tabItems = (): { pagePath: string; text: string }[] =>
  tabs.map(({ path, tab }) => ({ pagePath: `${path}/index`, text: tab?.text ?? '' }));

const shippedTo = (platform: string | undefined): Declared[] =>
  all.filter(({ path, only }) => !TAB.test(path) && (only === undefined || only === platform));

/** The subpackages of a build, each with its pages. */
export function subPackages(platform: string | undefined): SubPackage[] {
  const found = new Map<string, string[]>();
  for (const page of shippedTo(platform)) {
    const root = rootOf(page);
    found.set(root, [...(found.get(root) ?? []), `${page.path.slice(root.length + 1)}/index`]);
  }
  return [...found].map(([root, own]) => ({ root, pages: own }));
}

/** Packages that are fetched while a tab is looked at. */
export function preloadRule(): Record<string, Preload> {
  const found: Record<string, Preload> = {};
  for (const page of all) {
    for (const tab of page.after ?? []) {
      const { packages } = (found[`${pages[tab].path}/index`] ??= { network: 'wifi', packages: [] });
      if (!packages.includes(rootOf(page))) packages.push(rootOf(page));
    }
  }
  return found;
}
