import { showsOther } from '../../../cloudfunctions/domains/shelf/rules/shelf';

const book = { id: 'k1', title: '乡土中国', author: '费孝通', publisher: null, isbn: null, tone: 'ink' as const };

it.each([
  ['the same', [book], false],
  ['another title', [{ ...book, title: '乡士中国' }], true],
  ['another author', [{ ...book, author: '费孝同' }], true],
  ['only other books', [{ ...book, id: 'k2', title: '活着' }], false],
  ['nothing', [], false],
])('a desk with %s of a corrected book is renewed where it shows it as it was', (_name, desk, renewed) => {
  expect(showsOther(desk, book)).toBe(renewed);
});
