import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printFigures } from '../support/figures';
import { DIST } from '../support/weapp/app';
import { launch, type Phone } from '../support/weapp/launch';

/** What a page shows once it is there; and the parameters it is opened with. */
interface Screen {
  shows: string;
  parameters?: (ids: Ids) => Record<string, string>;
}
interface Ids {
  book: string;
  recommendation: string;
  event: string;
}

const screens: Record<string, Screen> = {
  'pages/today/index': { shows: '许清和' },
  'pages/shelf/index': { shows: '书记荐书' },
  'pages/events/index': { shows: '厚书薄读' },
  'pages/me/index': { shows: '收到的投诉建议' },
  'packages/book/detail/index': { shows: '还不在您的书架上', parameters: ({ book }) => ({ id: book }) },
  'packages/book/search/index': { shows: '三体', parameters: () => ({ q: encodeURIComponent('三体') }) },
  'packages/book/add/index': { shows: '新书名', parameters: () => ({ title: encodeURIComponent('新书名') }) },
  'packages/book/recommendation/index': {
    shows: '带着三个问题读',
    parameters: ({ recommendation }) => ({ id: recommendation }),
  },
  'packages/book/recommend/index': { shows: '三个导读问题' },
  'packages/book/recommendations/index': { shows: '系统之美' },
  'packages/event/detail/index': { shows: '报名名单', parameters: ({ event }) => ({ id: event }) },
  'packages/event/edit/index': { shows: '报名要问什么' },
  'packages/event/roster/index': { shows: '陈望舒', parameters: ({ event }) => ({ id: event }) },
  'packages/reading/month/index': { shows: '记一笔' },
  'packages/about/about/index': { shows: '主办与备案' },
  'packages/about/feedback/index': { shows: '我提交的' },
  'packages/about/inbox/index': { shows: '还没有收到投诉建议' },
  'packages/about/invite/index': { shows: '邀请码' },
};
const tabs = Object.keys(screens).filter((route) => route.startsWith('pages/'));

describe('every page of the built mini-program', () => {
  let phone: Phone;
  let ids: Ids;
  beforeAll(async () => {
    phone = launch('admin');
    const [recommendations, events] = await Promise.all([
      phone.ask('recommendation.list', { which: 'visible' }),
      phone.ask('event.list', { which: 'managed' }),
    ]);
    const picked = recommendations.items.find(({ book }) => book.title === '系统之美');
    const event = events.items.find(({ title }) => title.startsWith('厚书薄读'));
    ids = { book: picked?.book.id ?? '', recommendation: picked?.id ?? '', event: event?.id ?? '' };
  });

  it('is known to this test', () => {
    const { pages, subPackages } = JSON.parse(readFileSync(join(DIST, 'app.json'), 'utf8')) as {
      pages: string[];
      subPackages: { root: string; pages: string[] }[];
    };
    const all = [...pages, ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`))];
    expect(Object.keys(screens).sort()).toEqual(all.sort());
  });

  it.each(Object.keys(screens))('%s renders with nothing on the console', async (route) => {
    const screen = screens[route];
    const page = phone.open(route, screen?.parameters?.(ids) ?? {});
    await page.until(() => page.textAndValues().includes(screen?.shows ?? route));
    expect(phone.complaints).toEqual([]);
    page.close();
  });

  it.each(tabs)('%s is on screen after at most 2 setData calls and 40 KB, and has at most 600 nodes', async (route) => {
    phone.forget();
    phone.relaunch();
    const page = phone.open(route);
    await page.shows(screens[route]?.shows ?? route);
    const sizes = [...page.updates];
    const nodes = page.nodes.length;
    printFigures(`${route}, first setData bytes`, { sizes, nodes });
    expect(sizes.length).toBeLessThanOrEqual(2);
    expect(sizes.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(40 * 1024);
    expect(nodes).toBeLessThanOrEqual(600);
    page.close();
  });
});
