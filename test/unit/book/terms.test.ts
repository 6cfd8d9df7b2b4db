import fc from 'fast-check';
import { plain } from '../../../cloudfunctions/domains/book/rules/identity';
import { distance, queryTerms, searchTerms, sortTitleOf } from '../../../cloudfunctions/domains/book/rules/terms';

const book = { title: '红星照耀中国（青少版）', author: '[美] 埃德加·斯诺', isbn: '9787020002207' };
const finds = (query: string, facts: Parameters<typeof searchTerms>[0] = book): boolean => {
  const terms = searchTerms(facts);
  const wanted = queryTerms(query);
  return wanted.length > 0 && wanted.every((term) => terms.includes(term));
};

it.each([
  ['a part of the title', '照耀中国'],
  ['one character', '红'],
  ['the author without his dots', '埃德加斯诺'],
  ['title and author with a space between', '红星 斯诺'],
  ['signs that are written differently', '红星照耀中国(青少版)'],
  ['the ISBN with hyphens', '978-7-02-000220-7'],
  ['the ISBN in ten digits', '7-02-000220-X'],
  ['full-width digits', '９７８７０２０００２２０７'],
])('finds a book by %s', (_name, query) => {
  expect(finds(query)).toBe(true);
});

it('finds Latin titles in any case and width', () => {
  const facts = { title: 'The Old Man and the Sea', author: 'Ernest Hemingway', isbn: null };
  expect([finds('old man', facts), finds('ＯＬＤ ＭＡＮ', facts), finds('HEMINGWAY', facts)]).toEqual([
    true,
    true,
    true,
  ]);
});

it('does not find what is not in it', () => {
  expect([finds('红星照我'), finds('9787020002214'), finds('国红')]).toEqual([false, false, false]);
});

it('looks for nothing where there is nothing to look for', () => {
  expect([queryTerms('，。 ——'), queryTerms('   ')]).toEqual([[], []]);
});

it('finds every book by any piece of its title, whatever is in it', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
      fc.nat(40),
      fc.nat(40),
      (title, from, length) => {
        const characters = [...plain(title)];
        const piece = characters.slice(from, from + length + 1).join('');
        const wanted = queryTerms(piece);
        const terms = searchTerms({ title, author: '', isbn: null });
        expect(wanted.every((term) => terms.includes(term))).toBe(true);
      },
    ),
  );
});

it('knows the nearest: the very title, then one that begins so, then one that has it', () => {
  const titles = ['平凡的世界', '平凡的世界（第二部）', '重读平凡的世界', '路遥传'];
  expect(titles.map((title) => distance(title, '《平凡的世界》'))).toEqual([0, 1, 2, 3]);
});

it('titles are sorted without their signs, by something in any case, and by no more than a cursor holds', () => {
  expect([sortTitleOf('《家》'), sortTitleOf('Ａ B'), sortTitleOf('？')]).toEqual(['家', 'ab', '？']);
  expect(sortTitleOf('长'.repeat(80))).toHaveLength(60);
});
