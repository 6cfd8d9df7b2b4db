import { RowCheck } from '../../../shared/sheets/rules/cell';
import { columnsOf } from '../../../shared/sheets/rules/columns';
import type { Problem, Table } from '../../../shared/sheets/rules/table';

/** One line of a list, as it is written. */
export interface Line {
  line: number;
  name: string;
  answer: string;
}

/** A line that could not be read, and why. */
export interface Fault {
  line: number;
  what: string;
}

/** What a list has. */
export interface Listed {
  lines: Line[];
  faults: Fault[];
  notes: string[];
}

/** Between a name and its answer: what a sheet is copied with, or what people type. Names with points or spaces stay whole. */
const between = /\t|[,，;；]/;
const title = /^(姓名|名字|名单)$/;

/** A word with a digit behind a name and a space is no part of the name. */
const numbered = /^(\S.*?)\s+(\S*\d\S*)$/u;

/** Longer than a name and an answer; the expression would take its time over what is not. */
const LINE_MAX = 100;

function partsOf(written: string): readonly string[] {
  const parts = written.split(between).map((part) => part.trim());
  const found = parts.length === 1 && written.length <= LINE_MAX ? numbered.exec(written.trim()) : null;
  return found === null ? parts : found.slice(1);
}

/** A pasted text: a name a line, the answer behind it where there is one. A heading and empty lines are nothing. */
export function linesOf(text: string): Listed {
  const lines = text.split(/\r\n?|\n/).flatMap((written, index): Line[] => {
    const [name, answer = ''] = partsOf(written) as readonly [string, string?];
    if (name === '' && answer === '') return [];
    return title.test(name) ? [] : [{ line: index + 1, name, answer }];
  });
  return { lines, faults: [], notes: [] };
}

const columns = {
  name: { names: ['姓名', '名字', 'name'], required: true },
  answer: {
    names: [
      '回答',
      '答案',
      '入学或入职年份',
      '入学年份',
      '入职年份',
      '学号或工号后四位',
      '工号',
      '学号',
      '班级',
      '部室',
    ],
    required: false,
  },
} as const;

/** A sheet with a column 姓名 and, where there is one, one of answers. Throws SheetFault where it has no such column. */
export function rowsOf(table: Table): Listed {
  const { cell, heading, unused } = columnsOf(table, columns);
  const problems: Problem[] = [...table.problems];
  const lines = table.rows.flatMap((row): Line[] => {
    const check = new RowCheck(row, problems);
    if (check.fails('', heading(row))) return [];
    const [name, answer] = [check.text('姓名', cell(row, 'name')), check.text('回答', cell(row, 'answer'))];
    return name === undefined || answer === undefined ? [] : [{ line: row.line, name, answer }];
  });
  const notes = unused.length > 0 ? [`没有用到的列：${unused.join('、')}`] : [];
  return {
    lines,
    faults: problems.map(({ line, what }) => ({ line, what })),
    notes: [...table.notes, ...notes],
  };
}
