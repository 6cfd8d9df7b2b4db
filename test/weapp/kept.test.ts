import { contractStamp } from '../../config/contract-stamp';
import { launch, type Phone } from '../support/weapp/launch';
import { resolve } from 'node:path';

const version = contractStamp(resolve(__dirname, '../..'));
/** Replies that no page can draw, as a damaged phone or a mistake of ours might leave them. */
const damaged = {
  'home.today:{}': { desk: 5, days: 5 },
  'shelf.overview:{}': { reading: 5 },
  'event.list:{"which":"open"}': { items: [5, null] },
  'me.session:{}': { member: null },
};
const tabs = [
  ['pages/today/index', '林晓，'],
  ['pages/shelf/index', '红楼梦'],
  ['pages/events/index', '可报名'],
  ['pages/me/index', '林晓'],
] as const;

describe('a kept reply that cannot be drawn, in the built mini-program', () => {
  let phone: Phone;
  beforeAll(() => {
    phone = launch('youth');
  });
  const damage = (of: string) => {
    for (const [key, data] of Object.entries(damaged)) {
      phone.storage.set(`reply:me:${key}`, JSON.stringify({ version: of, at: Date.now(), data }));
    }
    const entries = Object.keys(damaged).map((key) => ({
      key: `reply:me:${key}`,
      who: 'me',
      action: key.slice(0, key.indexOf(':')),
      at: Date.now(),
      bytes: 100,
    }));
    phone.storage.set('replies', JSON.stringify({ version: of, entries }));
    phone.relaunch();
  };

  it.each(tabs)('leaves %s never blank: it says so, and 重新加载 shows the page', async (route, shown) => {
    damage(version);
    const page = phone.open(route);
    await page.shows('这一页没能打开');
    await page.tap('重新加载');
    await page.shows(shown);
    page.close();
  });

  it('of another version of the contract is not even read, and is gone after the launch', async () => {
    damage('another');
    const page = phone.open('pages/today/index');
    await page.shows('林晓，');
    expect(page.text).not.toContain('这一页没能打开');
    const left = [...phone.storage].filter(([key]) => key.startsWith('reply:')).map(([, value]) => value);
    expect(left.join()).not.toContain('another');
    page.close();
  });
});
