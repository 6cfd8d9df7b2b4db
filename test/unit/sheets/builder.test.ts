import { TableBuilder } from '../../../cloudfunctions/shared/sheets/rules/builder';
import type { Cell } from '../../../cloudfunctions/shared/sheets/rules/table';
import { tableOf } from '../../support/table';

describe('a header', () => {
  it('has no column where a cell of it is empty', () => {
    const table = tableOf([
      ['书名', '', '作者'],
      ['围城', '', '钱锺书'],
    ]);
    expect([table.header, table.rows[0]?.cells]).toEqual([
      ['书名', '作者'],
      ['围城', '钱锺书'],
    ]);
  });

  it('has what is wrong with a cell that cannot be read in place of its name', () => {
    expect(tableOf([['书名', { what: 'B1 是错误值', fix: '改正' }], ['围城']]).header).toEqual([
      '书名',
      '（B1 是错误值）',
    ]);
  });
});

it('a column without a name is none of those between two places', () => {
  const builder = new TableBuilder(() => ({ what: '', fix: '' }));
  builder.add(1, new Map<number, Cell>([0, 2, 3].map((place) => [place, `列${place}`])));
  expect([builder.namesBetween(1, 2), builder.namesBetween(2, 9)]).toEqual([['列2'], ['列2', '列3']]);
});

describe('merged cells whose first line is empty', () => {
  const merged = (cell: Cell) => {
    const builder = new TableBuilder(() => ({ what: '', fix: '' }));
    builder.add(1, new Map([...['书名', '出版社'].entries()]));
    builder.add(3, new Map<number, Cell>([...['围城', cell].entries()]));
    builder.merge({ name: 'B2:B3', top: 2, bottom: 3, left: 1, right: 1 });
    return builder.build('x').rows.map(({ cells }) => cells[1]);
  };

  it('show nothing on the lines below', () => expect(merged('')).toEqual(['']));

  it('are named where a line below hides a text', () => {
    expect(merged('人文')).toMatchObject([{ what: '合并的单元格 B2:B3 里还藏着别的内容' }]);
  });
});
