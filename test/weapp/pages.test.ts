import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mainPages, subPackages } from '../../src/routes/app';
import { printFigures } from '../support/figures';
import { DIST } from '../support/weapp/app';
import { type Ids, screenIds, screens } from '../support/screens';
import { backendUrl, launch, type Phone } from '../support/weapp/launch';

describe('every page of the built mini-program', () => {
  let phone: Phone;
  let ids: Ids;
  beforeAll(async () => {
    phone = launch('admin');
    ids = await screenIds(backendUrl());
  });

  it('is declared by its domain, and nothing else is in the package', () => {
    const { pages, subPackages: built } = JSON.parse(readFileSync(join(DIST, 'app.json'), 'utf8')) as {
      pages: string[];
      subPackages: { root: string; pages: string[] }[];
    };
    expect(pages).toEqual(mainPages());
    expect(built).toEqual(subPackages('weapp'));
    for (const { root, pages: own } of built) {
      for (const page of own) expect(existsSync(join(DIST, root, `${page}.js`))).toBe(true);
    }
  });

  it('is known to this test', () => {
    const all = [
      ...mainPages(),
      ...subPackages('weapp').flatMap(({ root, pages }) => pages.map((one) => `${root}/${one}`)),
    ];
    expect(Object.keys(screens).sort()).toEqual(all.sort());
  });

  it.each(Object.keys(screens))(
    '%s renders with nothing on the console, at most 30 children in a node',
    async (route) => {
      const screen = screens[route];
      const page = phone.open(route, screen?.parameters?.(ids) ?? {});
      await page.until(() => page.textAndValues().includes(screen?.shows ?? route));
      expect(phone.complaints.splice(0)).toEqual([]);
      expect(page.broadest).toBeLessThanOrEqual(30);
      page.close();
    },
  );
});

/** What a tab shows of a reader's own, once the server has answered. */
const tabs = {
  'pages/today/index': '林晓',
  'pages/shelf/index': '红楼梦',
  'pages/events/index': '悦读青春',
  'pages/me/index': '汉语言文学 2401 团支部',
};

describe('every tab, on a phone that has never seen it', () => {
  let phone: Phone;
  beforeAll(() => {
    phone = launch('youth');
  });

  it.each(Object.entries(tabs))(
    '%s is complete after at most 2 setData calls and 40 KB, with at most 600 nodes',
    async (route, shows) => {
      phone.forget();
      phone.relaunch();
      const page = phone.open(route);
      await page.shows(shows);
      const sizes = [...page.updates];
      const nodes = page.nodes.length;
      printFigures(`${route}, first setData bytes`, { sizes, nodes });
      expect(sizes.length).toBeLessThanOrEqual(2);
      expect(sizes.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(40 * 1024);
      expect(nodes).toBeLessThanOrEqual(600);
      page.close();
    },
  );
});
