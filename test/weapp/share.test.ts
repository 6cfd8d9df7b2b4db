import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DIST } from '../support/weapp/app';
import { type Ids, screenIds } from '../support/screens';
import { backendUrl, launch, type Phone } from '../support/weapp/launch';

describe('a page forwarded in WeChat', () => {
  let phone: Phone;
  let ids: Ids;
  beforeAll(async () => {
    phone = launch('youth');
    ids = await screenIds(backendUrl());
  });
  afterEach(() => expect(phone.complaints).toEqual([]));

  const pages = {
    'packages/event/detail/index': {
      id: () => ids.event,
      shows: '转发给朋友',
      title: /^厚书薄读.+，\d+月\d+日 \d\d:\d\d$/,
    },
    'packages/book/recommendation/index': {
      id: () => ids.recommendation,
      shows: '转发给朋友',
      title: /^书记荐书《系统之美》$/,
    },
    'packages/book/detail/index': { id: () => ids.book, shows: '转发给朋友', title: /^《系统之美》/ },
  };

  it.each(Object.entries(pages))(
    '%s says what it is and opens it, with a picture of ours',
    async (route, { id, shows, title }) => {
      const page = phone.open(route, { id: id() });
      await page.shows(shows);
      const card = page.share();
      expect(card.title).toMatch(title);
      expect(card.path).toBe(`/${route}?id=${id()}`);
      expect(`${card.title}${card.path}`).not.toMatch(/林晓|youth|openid/);
      expect(existsSync(join(DIST, card.imageUrl))).toBe(true);
      page.close();
    },
  );
});
