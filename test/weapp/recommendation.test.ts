import { launch, type Phone } from '../support/weapp/launch';

describe('书记荐书 in the built mini-program', () => {
  let phone: Phone;
  beforeAll(() => {
    phone = launch('branch-secretary');
  });
  afterEach(() => expect(phone.complaints).toEqual([]));

  it('puts the recommended book on the shelf with one tap, and starts reading it with the next', async () => {
    const { items } = await phone.ask('recommendation.list', { which: 'visible' });
    const card = items.find(({ book }) => book.title === '系统之美');
    const page = phone.open('packages/book/recommendation/index', { id: card?.id ?? '' });
    await page.shows('只有十分钟，读这里');
    expect(page.all('sx-article__question')).toHaveLength(3);
    expect(page.text).toContain('沈知行');

    await page.tap('放进书架（想读）');
    await page.until(() => page.showing('开始读').length === 1);
    const onShelf = async () => {
      const { status } = await phone.ask('book.get', { bookId: card?.book.id ?? '' });
      return status;
    };
    expect(await onShelf()).toBe('want');
    await page.tap('开始读');
    await page.until(() => page.showing('读完了').length === 1);
    expect(await onShelf()).toBe('reading');
    page.close();
  });
});
