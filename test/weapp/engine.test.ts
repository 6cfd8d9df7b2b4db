/** @jest-environment node */
import { createBareApp } from '../support/weapp/bare';
import { backendUrl } from '../support/weapp/launch';

/** What browsers and Node have and WeChat's JavaScript engine lacks. */
const absent = [
  'window',
  'document',
  'navigator',
  'location',
  'fetch',
  'XMLHttpRequest',
  'AbortController',
  'URL',
  'Intl',
];

describe('in an engine without any browser API', () => {
  it('the engine of this test really has none', () => {
    const app = createBareApp(backendUrl(), 'cadre');
    expect(absent.filter((name) => app.evaluate(`typeof ${name}`) !== 'undefined')).toEqual([]);
  });

  it('the bundle boots, every page registers, and 今日 shows what the server answered', async () => {
    const app = createBareApp(backendUrl(), 'cadre');
    expect(app.pages).toEqual(expect.arrayContaining(['pages/today/index', 'packages/event/detail/index']));
    const shown = await app.show('pages/today/index', (text) => text.includes('陈望舒'));
    expect(shown).toContain('记一笔');
    expect(shown).toMatch(/\d+月\d+日 周[一二三四五六日]/);
    expect(app.errors).toEqual([]);
  });
});
