import type { AnyDoc, Subject } from '../../../cloudfunctions/kernel/personal';
import { rowsOf, valuesAt } from '../../../cloudfunctions/shared/subject/rules/rows';

const noon = Date.UTC(2026, 10, 23, 4);
const subjectOf = (exported: Subject<never>['exported'], at: object = { in: 'field', path: 'm' }) =>
  ({ who: '本人', at, exported }) as Subject<never>;

describe('values at a path', () => {
  it('are those of all entries of a list or record, and none where there is nothing', () => {
    const doc = { a: { b: 1 }, list: [{ n: 1 }, { n: 2 }], record: { x: { n: 3 } }, none: null, text: 'x' };
    expect(valuesAt(doc, ['a', 'b'])).toEqual([1]);
    expect(valuesAt(doc, ['list', '*', 'n'])).toEqual([1, 2]);
    expect(valuesAt(doc, ['record', '*', 'n'])).toEqual([3]);
    for (const path of [['none'], ['none', 'b'], ['text', 'b'], ['absent', '*']])
      expect(valuesAt(doc, path)).toEqual([]);
  });
});

describe('rows of an export', () => {
  it('are one for a document, in words, with null for what is not there', () => {
    const doc: AnyDoc = {
      _id: 'd',
      at: noon,
      kind: 'a',
      odd: 'z',
      off: false,
      on: true,
      n: 3,
      list: ['一', '二'],
      deep: { x: 1 },
      when: '早上',
    };
    const columns = {
      时间: ['at', 'time'],
      文字时间: ['when', 'time'],
      类别: ['kind', { a: '甲' }],
      别的: ['odd', { a: '甲' }],
      关: 'off',
      开: 'on',
      数: 'n',
      多: 'list',
      深: 'deep',
      无: 'absent',
    } as const;
    expect(rowsOf(doc, subjectOf({ as: '表', columns, internal: [] }), 'm')).toEqual([
      {
        时间: '2026-11-23 12:00',
        文字时间: '早上',
        类别: '甲',
        别的: 'z',
        关: '否',
        开: '是',
        数: 3,
        多: '一\n二',
        深: '{"x":1}',
        无: null,
      },
    ]);
  });

  it('are one for each entry, and of a list with entries of several people only the member’s own', () => {
    const doc: AnyDoc = {
      _id: 'd',
      title: '夜读',
      queue: [
        { m: 'me', at: 1 },
        { m: 'other', at: 2 },
      ],
      lines: { b: { m: 'x', at: 3 } },
    };
    const of = (rows: string) =>
      ({ as: '表', rows, columns: { 活动: 'title', 次序: `${rows}.*.at` }, internal: [] }) as never;
    const list = { in: 'list', list: 'queue', key: 'm', count: 'queued', changed: 'unsettledAt' };
    expect(rowsOf(doc, subjectOf(of('queue'), list), 'me')).toEqual([{ 活动: '夜读', 次序: 1 }]);
    expect(rowsOf(doc, subjectOf(of('lines'), { in: 'id prefix' }), 'me')).toEqual([{ 活动: '夜读', 次序: 3 }]);
  });

  it('are none where nothing is exported', () => {
    expect(rowsOf({ _id: 'd' }, subjectOf({ not: '只是计数' }), 'm')).toEqual([]);
  });
});
