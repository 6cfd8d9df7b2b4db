import { useState, type ReactNode } from 'react';
import { fullTime, tagText } from './format';

/** Deeper levels are closed at first. */
const OPEN_DEPTH = 2;

/** Long lists are closed at first. */
const OPEN_ITEMS = 30;

/** A JSON value with EJSON tags, to fold and unfold. */
export function Tree({ value, depth = 0 }: { value: unknown; depth?: number }): ReactNode {
  if (typeof value !== 'object' || value === null) return <Scalar value={value} />;
  const tag = Array.isArray(value) ? undefined : tagText(value as Record<string, unknown>);
  if (tag) {
    return (
      <span className="v-tag" title={JSON.stringify(value)}>
        {tag.text} <small>{tag.kind}</small>
      </span>
    );
  }
  const entries = Object.entries(value as Record<string, unknown>);
  if (entries.length === 0) return <span className="v-null">{Array.isArray(value) ? '[ ]' : '{ }'}</span>;
  return (
    <ul className="tree">
      {entries.map(([key, inner]) => (
        <Field key={key} name={key} value={inner} depth={depth} />
      ))}
    </ul>
  );
}

function Field({ name, value, depth }: { name: string; value: unknown; depth: number }): ReactNode {
  const size = sizeOf(value);
  const [open, setOpen] = useState(depth < OPEN_DEPTH && size <= OPEN_ITEMS);
  if (size === 0) {
    return (
      <li>
        <span className="key">{name}</span>
        <Tree value={value} />
      </li>
    );
  }
  return (
    <li>
      <button type="button" className="fold" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className="key">{name}</span>
        <small>{Array.isArray(value) ? `${size} 项` : `${size} 个字段`}</small>
      </button>
      {open && <Tree value={value} depth={depth + 1} />}
    </li>
  );
}

/** Number of fields or items of what can be folded; 0 for scalars, tags and what is empty. */
function sizeOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (Array.isArray(value)) return value.length;
  return tagText(value as Record<string, unknown>) ? 0 : Object.keys(value).length;
}

function Scalar({ value }: { value: unknown }): ReactNode {
  if (value === null) return <span className="v-null">null</span>;
  if (typeof value === 'string') return <span className="v-text">{value === '' ? '“”' : value}</span>;
  return (
    <span className="v-number">
      {JSON.stringify(value)}
      {isMoment(value) && <small> {fullTime(new Date(value).toISOString())} +8？</small>}
    </span>
  );
}

/** A document on one line: its first fields, without the id. */
export function Preview({ text }: { text: string }): ReactNode {
  const fields = Object.entries(JSON.parse(text) as Record<string, unknown>).filter(([key]) => key !== '_id');
  return (
    <span className="preview">
      {fields.slice(0, 8).map(([key, value]) => (
        <span key={key}>
          <i>{key}</i> {short(value)}
        </span>
      ))}
    </span>
  );
}

function short(value: unknown): string {
  if (typeof value === 'string') return value.length > 40 ? `${value.slice(0, 40)}…` : value;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.length}]`;
  return tagText(value as Record<string, unknown>)?.text ?? `{${Object.keys(value).length}}`;
}

/** A number that may well be epoch milliseconds of the years 2001 to 2096; shown as such, with a question mark. */
const isMoment = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value > 1e12 && value < 4e12;
