import { asSeen, clashChange } from '../../../cloudfunctions/shared/subject/rules/clash';

const change = (into: object, from: object, clash: object) =>
  clashChange({ _id: 'i', ...into }, { _id: 'f', ...from }, clash);

describe('two documents that become one', () => {
  it('take what was later together, and drop what the later one has not', () => {
    const clash = { newer: { by: 'since', fields: ['since', 'status', 'replaced'] } };
    const change1 = change({ since: 1, status: 'want', replaced: [1] }, { since: 2, status: 'finished' }, clash);
    expect(change1).toEqual({ set: { since: 2, status: 'finished' }, unset: ['replaced'] });
    expect(change({ since: 2, status: 'want' }, { since: 2, status: 'finished' }, clash)).toBeUndefined();
    expect(change({}, { since: 2 }, clash)).toEqual({ set: { since: 2 } });
    expect(change({ replaced: 1 }, { since: 2 }, { newer: { by: 'since', fields: ['replaced'] } })).toEqual({
      unset: ['replaced'],
    });
  });

  it('have the entries of both; one under the same key is the later, completed, with both texts', () => {
    const clash = { union: ['lines'], texts: ['note'] };
    const one = { at: 1, note: '早', pages: 3, minutes: null };
    const other = { at: 2, note: '晚', pages: null, minutes: 5 };
    const both = { at: 2, note: '早\n晚', pages: 3, minutes: 5 };
    expect(change({ lines: { a: one } }, { lines: { a: other, b: one } }, clash)).toEqual({
      set: { 'lines.a': both, 'lines.b': one },
    });
    expect(change({ lines: { a: both, b: one } }, { lines: { a: other, b: one } }, clash)).toBeUndefined();
    expect(change({ lines: { a: other } }, { lines: { a: one } }, clash)).toEqual({ set: { 'lines.a': both } });
    expect(change({}, { lines: { a: one } }, clash)).toEqual({ set: { lines: { a: one } } });
    expect(change({ lines: { a: one } }, {}, clash)).toBeUndefined();
  });

  it('have one text where one has the other within, or only one is there', () => {
    const clash = { union: ['lines'], texts: ['note'] };
    const noted = (note: string | null, at = 1) => ({ lines: { a: { at, note } } });
    expect(change(noted('早'), noted('早晚', 2), clash)).toEqual({ set: { 'lines.a': { at: 2, note: '早晚' } } });
    expect(change(noted('早晚'), noted('早', 2), clash)).toEqual({ set: { 'lines.a': { at: 2, note: '早晚' } } });
    expect(change(noted(null), noted('早'), clash)).toEqual({ set: { 'lines.a': { at: 1, note: '早' } } });
  });

  it('keep what stands where entries are no records', () => {
    expect(
      change({ answered: { a: '1', c: [1] } }, { answered: { a: '2', b: '3', c: { at: 1 } } }, { union: ['answered'] }),
    ).toEqual({
      set: { 'answered.b': '3' },
    });
  });

  it('have each element once, and the higher or lower number', () => {
    const clash = { append: ['list'], highest: ['version'], lowest: ['joinedAt'] };
    expect(
      change({ list: [{ a: 1 }], version: 1, joinedAt: 5 }, { list: [{ a: 1 }, 2], version: 3, joinedAt: 9 }, clash),
    ).toEqual({
      set: { list: [{ a: 1 }, 2], version: 3 },
    });
    expect(change({}, { list: [2], joinedAt: 9 }, clash)).toEqual({ set: { list: [2], joinedAt: 9 } });
    expect(change({ list: [1] }, {}, clash)).toBeUndefined();
  });
});

it('a change is written over what it was worked out from only: every text, number and list where it writes', () => {
  const seen = { _id: 'd', lines: { a: { at: 1, by: ['x'] } }, n: 1, none: null, gone: 'x' };
  const set = { 'lines.a': { at: 2, note: '新', by: ['x'] }, 'lines.b': { at: 3 }, n: 4, none: {} };
  expect(asSeen(seen, { set, unset: ['gone'] })).toEqual({
    'lines.a.at': 1,
    'lines.a.note': null,
    'lines.a.by.0': 'x',
    'lines.a.by.1': null,
    'lines.b': null,
    'lines.b.at': null,
    n: 1,
    none: null,
    gone: 'x',
  });
  expect(asSeen(seen, { unset: ['n'] })).toEqual({ n: 1 });
  expect(asSeen(seen, {})).toEqual({});
});
