import { addDays, formDate, formTime, startOfDay } from '../../contract/day';
import { commandId } from '../support/gateway';
import { openHouse } from './house';
import { until, type Visitor } from './visitor';

const house = openHouse();

const words = {
  reason: '一本写河的书，读起来像坐船。我在船上读完第一遍，在办公室读完第二遍。',
  questions: ['船从哪里出发？', '谁在岸上等？', '你会在哪一站下来？'],
  pointer: '第一章的头五页。',
};

async function write(visitor: Visitor, chooseBook: () => Promise<void>): Promise<void> {
  await visitor.open('/packages/organise/recommendation/write/index');
  await visitor.tap('选一本书');
  await chooseBook();
  await visitor.type('荐语', words.reason);
  for (const [index, label] of ['第一问', '第二问', '第三问'].entries()) {
    await visitor.type(label, words.questions[index] ?? '');
  }
  await visitor.type('只有十分钟，先读哪里', words.pointer);
}

const search = async (visitor: Visitor, q: string, title: string) => {
  await visitor.type('书名、作者或 ISBN', q);
  await visitor.screen.locator('.sx-row', { hasText: title }).first().click();
};

describe('书记荐书 in a browser', () => {
  it('what the secretary writes and publishes is on 今日 and in the list of a youth, who wants it and then reads it', async () => {
    const secretary = await house.come({ persona: 'secretary' });
    await write(secretary, () => search(secretary, '时间简史', '时间简史'));
    await secretary.tap('发布');
    await secretary.sees('荐书已发布');
    await secretary.sees(words.pointer);

    const youth = await house.come({ persona: 'youth' });
    await youth.open();
    await youth.sees('《时间简史》');
    await youth.sees(words.reason);
    await youth.screen.locator('.sx-section', { hasText: '书记荐书' }).getByText('全部').click();
    await youth.screen.locator('.sx-pick', { hasText: '时间简史' }).click();
    await youth.sees('带着三个问题读');
    for (const question of words.questions) await youth.sees(question);
    // This reader has had it as 想读 for long.
    await youth.tap('开始读');
    await youth.sees('《时间简史》已放进在读');
    const shelf = await youth.ask('shelf.overview', {});
    expect(shelf.reading.map(({ title }) => title)).toContain('时间简史');
  });

  it('one tap puts a book that is nowhere yet on the shelf as 想读, the next as 在读', async () => {
    const cadre = await house.come({ persona: 'cadre' });
    const { items } = await cadre.ask('recommendation.list', { which: 'visible' });
    const pick = items.find(({ book }) => book.title === '我在故宫修文物');
    await cadre.ask('shelf.move', { commandId: commandId(), bookId: pick?.book.id ?? '', to: null });
    await cadre.open('/packages/book/recommendation/index', { id: pick?.id ?? '' });
    await cadre.tap('放进书架（想读）');
    await cadre.tap('开始读');
    await cadre.sees('读完了');
    const { status } = await cadre.ask('book.get', { bookId: pick?.book.id ?? '' });
    expect(status).toBe('reading');
  });

  it('finds a book by its ISBN, and takes one that the catalogue lacks', async () => {
    const secretary = await house.come({ persona: 'secretary' });
    await secretary.open('/packages/organise/recommendation/write/index');
    await secretary.tap('选一本书');
    await search(secretary, '9787503561634', '习近平的七年知青岁月');
    await secretary.sees('习近平的七年知青岁月');
    await secretary.tap('换一本');
    await secretary.type('书名、作者或 ISBN', '江上渡船记');
    await secretary.tap('添加这本书');
    await secretary.type('作者', '江城人');
    await secretary.tap('添加');
    await secretary.sees('三个导读问题');
    await secretary.sees('江上渡船记');
  });

  it('keeps what was written through a failed sending and a reload, then sends it once', async () => {
    const author = await house.come({ persona: 'branch-secretary' });
    await write(author, () => search(author, '苍茫大地', '苍茫大地'));
    await author.page.route('**/gateway/call', async (route) => {
      const isCreation = route.request().postData()?.includes('recommendation.create') === true;
      return isCreation ? route.abort() : route.continue();
    });
    await author.tap('发布');
    await author.sees('现在连不上网络。您写的都还在，连上后再点一次。');
    await author.page.unrouteAll();

    await author.open('/packages/organise/recommendation/write/index');
    await author.sees('上次发出后没有等到回应，可能已经成功。再发一次就知道，不会重复。');
    expect(await author.field('荐语').locator('textarea').inputValue()).toBe(words.reason);
    await author.tap('发布');
    await author.sees('荐书已发布');
    const { items } = await author.ask('recommendation.list', { which: 'mine' });
    expect(items.filter(({ book }) => book.title === '苍茫大地')).toHaveLength(1);
  });

  it('shows a scheduled one to its writer only', async () => {
    const author = await house.come({ persona: 'branch-secretary' });
    const { now, day } = await author.ask('home.today', {});
    const at = startOfDay(addDays(day, 2)) + 9 * 3_600_000;
    expect(at).toBeGreaterThan(now);
    await write(author, () => search(author, '人类简史', '人类简史'));
    await author.tap(/，现在发布$/);
    await author.tap('定个时间');
    await author.pick('发布时间', formDate(at), formTime(at));
    await author.tap('定时发布');
    await author.sees(/^定时 .* 09:00$/);
    await until(async () => {
      const { items } = await author.ask('recommendation.list', { which: 'mine' });
      return items.some(({ book, state }) => book.title === '人类简史' && state === 'scheduled');
    }, 'scheduled');

    const youth = await house.come({ persona: 'youth' });
    await youth.open('/packages/book/recommendations/index');
    await youth.sees('系统之美');
    expect(await youth.text('人类简史').count()).toBe(0);
    const { items } = await youth.ask('recommendation.list', { which: 'visible' });
    expect(items.map(({ book }) => book.title)).not.toContain('人类简史');
  });
});
