import fc from 'fast-check';
import { foldSearch, searchKeysOf } from '../../../cloudfunctions/shared/search/rules/keys';
import { foundBy } from '../../../cloudfunctions/shared/search/public';

const finds = (typed: string, name: string, kind: 'person' | 'thing' = 'thing') => {
  const condition = foundBy(typed);
  if (typeof condition !== 'object' || condition === null || condition.op !== 'oneBetween') return false;
  const { from, to } = condition;
  return searchKeysOf(name, kind).nameKeys.some((key) => key >= String(from) && key <= String(to));
};

describe('a name is found', () => {
  it.each([
    ['文学院', '文学院团总支'],
    ['学院', '文学院团总支'],
    ['wenxue', '文学院团总支'],
    ['wxy', '文学院团总支'],
    ['xytzz', '文学院团总支'],
    ['2401', '汉语言文学 2401 团支部'],
    ['２４０１', '汉语言文学 2401 团支部'],
    ['hanyuyanwenxue2401', '汉语言文学 2401 团支部'],
    ['HANYU', '汉语言文学 2401 团支部'],
    ['lvse', '绿色江城'],
    ['买买提', '阿不都·买买提'],
    ['abdmmt', '阿不都·买买提'],
  ])('by %s: %s', (typed, name) => expect(finds(typed, name)).toBe(true));

  it('by the reading that a surname has', () => {
    expect(finds('shanxiongxin', '单雄信', 'person')).toBe(true);
    expect(finds('zxx', '曾小贤', 'person')).toBe(true);
    expect(finds('chongqing', '重庆大学')).toBe(true);
  });

  it('not by what it does not have', () => {
    expect(finds('理学院', '文学院团总支')).toBe(false);
    expect(finds('zwy', '文学院团总支')).toBe(false);
  });
});

it('asks for nothing where nothing was typed', () => {
  for (const nothing of ['', '  ', '·', '——']) expect(foundBy(nothing)).toBeUndefined();
});

it('sorts names by how they are read', () => {
  const names = ['周予安', '白露', '陈望舒', '曾小贤'];
  const sorted = [...names].sort((one, other) =>
    searchKeysOf(one, 'person').nameSort < searchKeysOf(other, 'person').nameSort ? -1 : 1,
  );
  expect(sorted).toEqual(['白露', '陈望舒', '曾小贤', '周予安']);
});

it('finds every name by every part of itself, whatever characters it has', () => {
  const names = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(names, fc.nat(), (name, at) => {
      const part = [...foldSearch(name)].slice(at % Math.max(1, [...foldSearch(name)].length)).join('');
      expect(part === '' || finds(part, name)).toBe(true);
    }),
  );
});
