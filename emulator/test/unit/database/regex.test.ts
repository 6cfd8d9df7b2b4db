import { searchFor } from '../../../src/database/query/regex';

const code = 'DATABASE_REQUEST_FAILED';

test.each<[RegExp, string]>([
  [/^(a+)+$/, `${'a'.repeat(60)}b`],
  [/^(a+)+$/i, `${'a'.repeat(60)}b`],
  [/^(a|aa)+$/, `${'a'.repeat(80)}b`],
  [/^(?=a)(a+){2,}$/, `${'a'.repeat(60)}b`],
  [/^(?:(a+)+)\1*$/, `${'a'.repeat(60)}b`],
  [/(x+x+)+y/, 'x'.repeat(60)],
  [/a*a*a*a*a*a*b/, 'a'.repeat(3000)],
  [/^[\w.]*[\w.]*[\w.]*[\w.]*@/, 'a'.repeat(5000)],
])('%p is refused when a text makes it run away', (regex, text) => {
  const started = performance.now();
  expect(() => searchFor(regex)(text)).toThrow(expect.objectContaining({ code }) as Error);
  expect(performance.now() - started).toBeLessThan(3000);
});

test.each<[RegExp, string, string | undefined]>([
  [/阅读/, '今天阅读了', '阅读'],
  [/.*关键.*/, '一个关键词', '一个关键词'],
  [/^(ab)+$/, 'abab', 'abab'],
  [/^(\d{3}-)+\d$/, '123-456-7', '123-456-7'],
  [/(a)\1/, 'baab', 'aa'],
  [/[(]x[)]+/, 'f(x))', '(x))'],
  [/^(ab)+$/, `${'ab'.repeat(40)}`, 'ab'.repeat(40)],
  [/a+b/, `${'a'.repeat(1000)}`, undefined],
])('%p searches %p as always', (regex, text, expected) => {
  expect(searchFor(regex)(text)?.[0]).toBe(expected);
});

test('searches that are slow one by one are refused when they add up', () => {
  const search = searchFor(/^(a+)+$/);
  const text = `${'a'.repeat(24)}b`;
  const started = performance.now();
  expect(() => {
    for (let i = 0; i < 1000; i += 1) search(text);
  }).toThrow(expect.objectContaining({ code }) as Error);
  expect(performance.now() - started).toBeLessThan(10_000);
});

test('what is quick on one text is not watched there, and a runaway leaves nothing behind', () => {
  const search = searchFor(/^(a+)+$/);
  expect(() => search(`${'a'.repeat(60)}b`)).toThrow();
  expect(search('aaa')?.[0]).toBe('aaa');
});
