import { formDate, formTime } from '../../../../contract/day';
import type { AnyDoc, Column, Row, Subject } from '../../../kernel/personal';
import type { Scalar, Value } from '../../../kernel/port';

type Form = 'time' | Readonly<Record<string, string>> | undefined;

/** Everything at a path; a `*` goes through all entries of a list or record. */
export function valuesAt(value: Value | undefined, path: readonly string[]): Value[] {
  const [head, ...rest] = path;
  if (value === undefined || value === null) return [];
  if (head === undefined) return [value];
  if (typeof value !== 'object') return [];
  if (head === '*') return Object.values(value).flatMap((entry: Value) => valuesAt(entry, rest));
  return valuesAt((value as Readonly<Record<string, Value>>)[head], rest);
}

/** A value as people read it. */
function written(value: Value, form: Form): Scalar {
  if (typeof value === 'object' && value !== null) return JSON.stringify(value);
  if (form === 'time' && typeof value === 'number') return `${formDate(value)} ${formTime(value)}`;
  if (typeof form === 'object') return form[String(value)] ?? String(value);
  return typeof value === 'boolean' ? (value ? '是' : '否') : value;
}

/** Several values of one cell stand one below the other; none is null. */
function cell(values: readonly Value[], form: Form): Scalar {
  const all = values.flatMap((value) => (Array.isArray(value) ? (value as readonly Value[]) : [value]));
  const [first, ...more] = all.map((value) => written(value, form));
  if (first === undefined) return null;
  return more.length === 0 ? first : [first, ...more].join('\n');
}

const partsOf = (column: Column<never>): { path: string[]; form: Form } => {
  const [path, form] = typeof column === 'string' ? [column, undefined] : column;
  return { path: path.split('.'), form };
};

/** What an export says of one document to one member; empty where nothing is exported. */
export function rowsOf(doc: AnyDoc, { at, exported }: Subject<never>, memberId: string): Row[] {
  if ('not' in exported) return [];
  const { rows, columns } = exported;
  const rowOf = (entry: Value): Row =>
    Object.fromEntries(
      Object.entries<Column<never>>(columns).map(([heading, column]) => {
        const { path, form } = partsOf(column);
        const own = path[0] === rows && path[1] === '*';
        return [heading, cell(own ? valuesAt(entry, path.slice(2)) : valuesAt(doc, path), form)];
      }),
    );
  if (rows === undefined) return [rowOf(doc)];
  const mine = (entry: Value) => at.in !== 'list' || valuesAt(entry, [at.key])[0] === memberId;
  return valuesAt(doc, [rows, '*']).filter(mine).map(rowOf);
}
