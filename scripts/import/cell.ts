import type { GenericSchema, InferOutput } from 'valibot';
import { safeParse } from 'valibot';
import type { Problem, TableRow } from './table';

/** What a spreadsheet program would run as a formula when the text is exported again. */
const formula = /^[=+\-@\t\r]/;

/** Checks cells of one row and collects what is wrong with them. */
export class RowCheck {
  constructor(
    private readonly row: TableRow,
    private readonly problems: Problem[],
  ) {}

  /** The cell parsed by the contract's own schema, or `undefined` after noting the problem. */
  parse<S extends GenericSchema>(column: string, value: string, schema: S, fix: string): InferOutput<S> | undefined {
    if (formula.test(value)) {
      this.wrong(column, `以 “${value.charAt(0)}” 开头，会被表格软件当作公式`, '去掉开头的符号');
      return undefined;
    }
    const result = safeParse(schema, value);
    if (result.success) return result.output;
    this.wrong(column, result.issues[0].message, fix);
    return undefined;
  }

  wrong(column: string, what: string, fix: string): void {
    this.problems.push({ line: this.row.line, column, what, fix });
  }
}
