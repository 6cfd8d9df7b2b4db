import { launch, type Phone } from '../support/weapp/launch';

describe('组织 in the built mini-program', () => {
  let phone: Phone;
  beforeAll(() => {
    phone = launch('admin');
  });
  afterEach(() => expect(phone.complaints).toEqual([]));

  it('opens the whole tree within 600 nodes and 30 children of a node, and WeChat finds every chunk to watch', async () => {
    const page = phone.open('packages/manage/org/tree/index');
    await page.shows('个组织');
    await page.tap('全部展开');
    await page.shows('数字媒体 2501 团支部');
    expect(page.nodes.length).toBeLessThanOrEqual(600);
    expect(page.broadest).toBeLessThanOrEqual(30);
    const [name = ''] = /sx-chunk-\d+/.exec(page.nodes.map(({ className }) => className).join(' ')) ?? [];
    expect(page.selected(`.sx-page >>> .${name}`)).toBe(page.all(name).length);
    expect(page.selected(`.sx-page >>> .${name}`)).toBeGreaterThan(2);
    page.close();
  });
});
