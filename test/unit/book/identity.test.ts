import fc from 'fast-check';
import {
  catalogueId,
  formerIdentityOf,
  identityOf,
  isSameBook,
  possibleIds,
  privateId,
  titleKey,
  volumeOf,
} from '../../../cloudfunctions/domains/book/rules/identity';
import { deriveId } from '../../../cloudfunctions/kernel/ids';

const ISBN = '9787020002207';
const book = (title: string, author = '佚名', isbn: string | null = null) => ({ title, author, isbn });

describe('by title and author', () => {
  it.each([
    ['C程序设计', 'C++程序设计'],
    ['C++程序设计', 'C#程序设计'],
    ['.NET 程序设计', 'NET 程序设计'],
    ['学习.NET', '学习NET'],
    ['第1-2册', '第12册'],
    ['Python 3.5', 'Python 35'],
    ['24/7', '247'],
    ['红楼梦（上）', '红楼梦（下）'],
    ['红楼梦 上册', '红楼梦 下册'],
    ['100%', '100'],
    ['R&D', 'RD'],
    ['？', '！'],
    ['1+1', '11'],
    ['A*算法', 'A算法'],
  ])('%s and %s are two books', (one, other) => {
    expect(isSameBook(book(one), book(other))).toBe(false);
  });

  it.each([
    ['活着', '《活着》'],
    ['怎么办？', '怎么办'],
    ['为什么是中国！', '为什么是中国'],
    ['The Old Man and the Sea', 'THE OLD MAN  AND THE SEA'],
    ['C++ 程序设计', 'Ｃ＋＋程序设计'],
    ['平凡的世界·第一部', '平凡的世界（第一部）'],
    ['第1—2册', '第1-2册'],
    ['<围城>', '围城'],
    ['葛\u{e0100}', '葛'],
    ['“天下”', '天下'],
  ])('%s and %s are one book', (one, other) => {
    expect(isSameBook(book(one), book(other))).toBe(true);
  });

  it('decoration never makes another book, and a telling sign always does', () => {
    const words = fc.array(fc.constantFrom('围城', '程序', 'go', '天下', '长征', 'Net'), {
      minLength: 1,
      maxLength: 4,
    });
    const frames = fc.constantFrom('《%》', '%', ' % ', '“%”', '【%】', '%！', '%？', '（%）', '%……');
    fc.assert(
      fc.property(words, frames, fc.constantFrom('', ' ', '·', '：', '——', '，'), (parts, frame, between) => {
        expect(titleKey(frame.replace('%', parts.join(between)))).toBe(titleKey(parts.join('')));
      }),
    );
    fc.assert(
      fc.property(words, fc.constantFrom('+', '#', '++', '&', '%', '@', '='), fc.nat(4), (parts, sign, at) => {
        const signed = [...parts.slice(0, at), sign, ...parts.slice(at)].join('');
        expect(titleKey(signed)).not.toBe(titleKey(parts.join('')));
      }),
    );
  });

  it('ordinary titles keep the id they always had', () => {
    const ordinary = fc.stringMatching(/^[\u4e00-\u9fffA-Za-z《》（）·，：！？ ]{0,20}[\u4e00-\u9fff]$/);
    fc.assert(
      fc.property(ordinary, ordinary, (title, author) => {
        const facts = book(title, author);
        expect(catalogueId(facts)).toBe(deriveId('b', ...formerIdentityOf(facts)));
      }),
    );
  });
});

describe('by ISBN', () => {
  it('typing the title differently changes nothing', () => {
    expect(catalogueId(book('活着（精装）', '余华', ISBN))).toBe(catalogueId(book('活着', '余 华', ISBN)));
    expect(identityOf(book('活着', '余华', ISBN))).toEqual(['isbn', ISBN]);
  });

  it('two volumes may share one, however the volume is typed', () => {
    const first = [
      '红楼梦（上）',
      '红楼梦 上',
      '红楼梦·上册',
      '红楼梦上册',
      '红楼梦 (上卷)',
      '《红楼梦》（上）',
      '红楼梦【上】',
    ];
    const second = ['红楼梦（下）', '红楼梦下册'];
    expect([...new Set(first.map((title) => catalogueId(book(title, '曹雪芹', ISBN))))]).toHaveLength(1);
    expect([...new Set([...first, ...second].map((title) => catalogueId(book(title, '曹雪芹', ISBN))))]).toHaveLength(
      2,
    );
    expect(isSameBook(book('红楼梦', '曹雪芹', ISBN), book('红楼梦（上）', '曹雪芹', ISBN))).toBe(false);
  });

  it('a dummy number identifies no book', () => {
    const one = book('围城', '钱锺书', '9780000000002');
    expect(isSameBook(one, book('边城', '沈从文', '9780000000002'))).toBe(false);
    expect(isSameBook(one, book('围城', '钱锺书'))).toBe(true);
  });
});

describe('the volume of a title', () => {
  it.each([
    ['资治通鉴 第3册', '3'],
    ['资治通鉴（第三册）', '3'],
    ['资治通鉴第十二卷', '12'],
    ['资治通鉴 卷三', '3'],
    ['资治通鉴第十卷', '10'],
    ['资治通鉴第二十卷', '20'],
    ['鲁迅全集·第二十一卷', '21'],
    ['平凡的世界（第一部）', '1'],
    ['史记（三）', '3'],
    ['史记(3)', '3'],
    ['第1-2册', '1-2'],
    ['第一至二册', '1-2'],
    ['Capital, Vol. 2', '2'],
    ['战争与和平 第二部 下册', '2/下'],
    ['全集（上下册）', '上下'],
  ])('%s: %s', (title, volume) => {
    expect(volumeOf(title)).toBe(volume);
  });

  it.each([
    '天下',
    '北上',
    '活着（精装）',
    '活着（第2版）',
    '1984',
    '1984（2020）',
    '开卷一天',
    '西部第一部分',
    '三体',
    '上海',
    '万历十五年',
    '七下江南',
    '一部电影',
    '',
    '写在人生边上',
  ])('%s has none', (title) => {
    expect(volumeOf(title)).toBe('');
  });
});

it('a book is looked for under every id it may have had, and its own facts decide', () => {
  const stored = book('C++程序设计', '谭浩强');
  const formerId = deriveId('b', ...formerIdentityOf(stored));
  expect(possibleIds(stored)).toEqual([catalogueId(stored), formerId]);
  expect(possibleIds(book('C程序设计', '谭浩强'))).toContain(formerId);
  expect(isSameBook(stored, book('C程序设计', '谭浩强'))).toBe(false);
  expect(possibleIds(stored, 'a')).toContain(privateId(stored, 'a'));
  expect(possibleIds(book('活着', '余华'))).toHaveLength(1);
  // Signs alone were told apart before as well.
  expect(possibleIds(book('？', '……'))).toHaveLength(1);
});

it('any title whatever has one identity, the same each time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (title, author) => {
      expect(identityOf(book(title, author))).toEqual(identityOf(book(title, author)));
      expect(titleKey(title) === '').toBe(title === '');
      expect(typeof volumeOf(title)).toBe('string');
    }),
  );
});
