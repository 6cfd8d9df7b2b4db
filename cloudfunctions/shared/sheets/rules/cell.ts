import { type Read, readBy, type Reads } from '../../../../contract/shared/reading';
import { foldWidth } from '../../../../contract/text';
import { isFormula, unmarked } from './neutral';
import { type Cell, type Fault, type Problem, SET_AS_TEXT, type TableRow } from './table';

/** What is left of rare characters after a program saved them in an encoding that has not got them. */
const lost = /\p{Script=Han}\?(?:\p{Script=Han}|\?)|\?\?\p{Script=Han}|^\?+$/u;

/** Longer than any word of a list or code with what people write around it; folding endless marks takes minutes. */
const WORD_MAX = 200;

/** Checks cells of one row and collects what is wrong with them. */
export class RowCheck {
  constructor(
    private readonly row: TableRow,
    private readonly problems: Problem[],
  ) {}

  /** The cell's text, or `undefined` after noting why it cannot be read. */
  text(column: string, cell: Cell): string | undefined {
    if (typeof cell !== 'object') return String(cell);
    this.wrong(column, cell.what, cell.fix);
    return undefined;
  }

  /** As `text`, in one width and without anything invisible: for words of a list, and for codes. */
  word(column: string, cell: Cell): string | undefined {
    const text = this.text(column, cell);
    if (text === undefined || text.length <= WORD_MAX) return text && foldWidth(text);
    this.wrong(column, `有 ${text.length} 个字符，太长`, '缩短后再填');
    return undefined;
  }

  /** As `word`, where a zero in front counts: a number may have lost it. */
  code(column: string, cell: Cell): string | undefined {
    if (typeof cell !== 'number') return this.word(column, cell);
    this.wrong(column, `${cell} 存成了数字，开头若有 0 已经丢失`, SET_AS_TEXT);
    return undefined;
  }

  /** The text parsed by the contract's own schema, or `undefined` after noting the problem. */
  parse<S extends Reads>(column: string, text: string | undefined, schema: S, fix: string): Read<S> | undefined {
    if (text === undefined) return undefined;
    const own = unmarked(text);
    if (own === undefined && isFormula(text)) {
      this.wrong(column, `以 “${text.charAt(0)}” 开头，会被表格软件当作公式`, '去掉开头的符号');
      return undefined;
    }
    if (lost.test(text)) {
      this.wrong(column, `“${text.slice(0, 20)}” 里的问号多半是丢失的字`, '填写原来的字；若真是问号，改成全角的 “？”');
      return undefined;
    }
    const result = readBy(schema, own ?? text);
    if ('value' in result) return result.value;
    const fault = text === '' ? { what: '没有填写', fix } : faultOf(result.problem, fix);
    this.wrong(column, fault.what, fault.fix);
    return undefined;
  }

  /** Notes a fault, if there is one; true when there is. */
  fails(column: string, fault: Fault | undefined): boolean {
    if (fault) this.wrong(column, fault.what, fault.fix);
    return fault !== undefined;
  }

  wrong(column: string, what: string, fix: string): void {
    this.problems.push({ line: this.row.line, column, what, fix });
  }
}

/** A message of the contract, as what is wrong and what to do; `fix` is for a text that is missing or of another form. */
function faultOf(message: string, fix: string): Fault {
  if (message.startsWith('请填写')) return { what: '没有填写', fix };
  if (/最多 \d+ 字/.test(message)) return { what: message, fix: '缩短后再填' };
  // A message that says itself what to do knows better than we.
  const at = message.indexOf('，请');
  return at < 0 ? { what: message, fix } : { what: message.slice(0, at), fix: message.slice(at + 2) };
}
