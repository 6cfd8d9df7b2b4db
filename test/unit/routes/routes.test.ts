import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { inRoot } from '../../../scripts/lib/paths';
import { mainPages, preloadRule, subPackages, tabItems } from '../../../src/routes/app';
import { addressOf, declared, formerPage, routeNames, type RouteName } from '../../../src/routes/table';

/** Characters of an entry, at the larger size of text in half a phone. */
const ENTRY_MAX = 7;

const paths = routeNames.map((name) => declared(name).path);

describe('what domains declare of their pages', () => {
  it('is every page that there is, each path once', () => {
    const folders = readdirSync(inRoot('src'), { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => /^(pages|packages)\/.*\/index\.tsx$/.test(file))
      .map((file) => file.replace(/\/index\.tsx$/, ''));
    expect([...paths].sort()).toEqual(folders.sort());
  });

  it.each(routeNames)('%s is the name under which its page exports itself', (name) => {
    const source = readFileSync(inRoot('src', declared(name).path, 'index.tsx'), 'utf8');
    expect(source).toMatch(new RegExp(`^export default asPage\\('${name}', \\w+\\);$`, 'm'));
  });

  it.each(routeNames)('%s has a title, over a refusal the same', (name) => {
    const { path, needs } = declared(name);
    const source = readFileSync(inRoot('src', path, 'index.config.ts'), 'utf8');
    expect(source).toContain(needs ? `navigationBarTitleText: '${needs.title}'` : 'navigationBarTitleText: ');
  });

  it('keeps what needs a permission in the packages of organisers and of 管理, and nothing else there', () => {
    const organisers = routeNames.filter((name) => /^packages\/(organise|manage)\//.test(declared(name).path));
    expect(routeNames.filter((name) => declared(name).needs).sort()).toEqual(organisers.sort());
  });

  it('is a tab or in a package, never both', () => {
    const inMain = routeNames.filter((name) => declared(name).path.startsWith('pages/'));
    expect(routeNames.filter((name) => declared(name).tab).sort()).toEqual(inMain.sort());
  });

  it('gives each entry of a menu a place of its own', () => {
    const places = routeNames
      .flatMap((name) => declared(name).menu ?? [])
      .map(({ group, order }) => `${group} ${order}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it('names entries of 管理 by a few words, so that two fit side by side on a phone', () => {
    const titles = routeNames.flatMap((name) => {
      const { menu } = declared(name);
      return menu?.group === 'manage' || menu?.group === 'people' ? menu.title : [];
    });
    expect(titles.filter((title) => title.length > ENTRY_MAX)).toEqual([]);
  });

  it('leads from former paths to one page each, none of which is a page now', () => {
    const former = routeNames.flatMap((name) => declared(name).formerly ?? []);
    expect(new Set(former).size).toBe(former.length);
    expect(former.filter((path) => existsSync(inRoot('src', path)))).toEqual([]);
    expect(formerPage('/packages/about/inbox/index')).toBe<RouteName>('feedbackInbox');
    expect(formerPage('packages/about/inbox/index')).toBe<RouteName>('feedbackInbox');
    expect(formerPage('packages/about/inbox')).toBeUndefined();
  });
});

/** Addresses that people have forwarded, stored or printed: never to be changed. */
const forwarded: [RouteName, string][] = [
  ['today', '/pages/today/index'],
  ['shelf', '/pages/shelf/index'],
  ['events', '/pages/events/index'],
  ['me', '/pages/me/index'],
  ['bookDetail', '/packages/book/detail/index'],
  ['recommendation', '/packages/book/recommendation/index'],
  ['eventDetail', '/packages/event/detail/index'],
];
it.each(forwarded)('%s stays where people have links to it', (name, address) => {
  expect(addressOf(name)).toBe(address);
});

describe('the configuration of the app', () => {
  it('has the tabs in their order, the first of which opens', () => {
    expect(mainPages()).toEqual(tabItems().map(({ pagePath }) => pagePath));
    expect(tabItems().map(({ text }) => text)).toEqual(['今日', '书架', '活动', '我的']);
  });

  it('has every other page in one subpackage, those of the laptop in the browser build only', () => {
    const listed = (platform: string) =>
      subPackages(platform).flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`));
    const all = paths.filter((path) => path.startsWith('packages/')).map((path) => `${path}/index`);
    expect(listed('h5').sort()).toEqual(all.sort());
    const laptop = routeNames.map(declared).flatMap(({ path, only }) => (only === 'h5' ? [`${path}/index`] : []));
    expect(listed('weapp').sort()).toEqual(all.filter((path) => !laptop.includes(path)).sort());
  });

  it('fetches ahead only packages that there are, each once for a tab', () => {
    const roots = subPackages('weapp').map(({ root }) => root);
    for (const [tab, { packages }] of Object.entries(preloadRule())) {
      expect(mainPages()).toContain(tab);
      expect(new Set(packages).size).toBe(packages.length);
      expect(packages.filter((one) => !roots.includes(one))).toEqual([]);
    }
  });
});
