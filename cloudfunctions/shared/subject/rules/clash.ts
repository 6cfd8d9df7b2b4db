import type { AnyDoc, Clash } from '../../../kernel/personal';
import type { Change, Conditions, Scalar, Value } from '../../../kernel/port';
import { valuesAt } from './rows';

type Entry = Readonly<Record<string, Value>>;

const isEntry = (value: Value | undefined): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const same = (one: Value | undefined, other: Value | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
const present = (entry: Entry): Entry =>
  Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== null && value !== ''));
const numberAt = (entry: Entry, field: string): number => Number(entry[field] ?? 0);

/** Two texts of one thing: the one that has the other within, else one below the other. */
function bothTexts(one: Value | undefined, other: Value | undefined): Value | undefined {
  if (typeof one !== 'string' || typeof other !== 'string') return undefined;
  if (one.includes(other)) return one;
  return other.includes(one) ? other : `${one}\n${other}`;
}

/** Two entries under one key: the later by its `at` (of two at once the one that stays), completed from the other. */
function bothEntries(into: Value, from: Value, texts: readonly string[]): Value {
  if (!isEntry(into) || !isEntry(from)) return into;
  const [older, newer] = numberAt(from, 'at') > numberAt(into, 'at') ? [into, from] : [from, into];
  const completed = { ...older, ...newer, ...present(older), ...present(newer) };
  const joined = texts.flatMap((name): [string, Value][] => {
    const text = bothTexts(older[name], newer[name]);
    return text === undefined ? [] : [[name, text]];
  });
  return { ...completed, ...Object.fromEntries(joined) };
}

function united(into: AnyDoc, from: AnyDoc, field: string, texts: readonly string[]): [string, Value][] {
  const added = from[field];
  const there = into[field];
  if (!isEntry(added)) return [];
  if (!isEntry(there)) return [[field, added]];
  return Object.entries(added).map(([key, value]) => {
    const standing = there[key];
    return [`${field}.${key}`, standing === undefined ? value : bothEntries(standing, value, texts)];
  });
}

const listAt = (doc: AnyDoc, field: string): readonly Value[] => {
  const list = doc[field];
  return Array.isArray(list) ? (list as readonly Value[]) : [];
};

function appended(into: AnyDoc, from: AnyDoc, field: string): [string, Value][] {
  const [standing, added] = [listAt(into, field), listAt(from, field)] as const;
  const fresh = added.filter((value) => !standing.some((other) => same(other, value)));
  return fresh.length === 0 ? [] : [[field, [...standing, ...fresh]]];
}

function extreme(
  into: AnyDoc,
  from: AnyDoc,
  field: string,
  choose: (...numbers: number[]) => number,
): [string, Value][] {
  const numbers = [into[field], from[field]].filter((value) => typeof value === 'number');
  return numbers.length === 0 ? [] : [[field, choose(...numbers)]];
}

const at = (doc: AnyDoc, path: string): Value | undefined => valuesAt(doc, path.split('.'))[0];

/**
 * What takes one document into another; `undefined` when nothing is left to take. Doing it again changes nothing, so that
 * a run that was killed may be repeated.
 */
export function clashChange(into: AnyDoc, from: AnyDoc, clash: Clash<never>): Change<AnyDoc> | undefined {
  const { newer, union = [], texts = [], append = [], highest = [], lowest = [] } = clash;
  const later = newer !== undefined && numberAt(from, newer.by) > numberAt(into, newer.by) ? newer.fields : [];
  const wanted: [string, Value | undefined][] = [
    ...later.map((field): [string, Value | undefined] => [field, from[field]]),
    ...union.flatMap((field) => united(into, from, field, texts)),
    ...append.flatMap((field) => appended(into, from, field)),
    ...highest.flatMap((field) => extreme(into, from, field, Math.max)),
    ...lowest.flatMap((field) => extreme(into, from, field, Math.min)),
  ];
  const changed = wanted.filter(([path, value]) => !same(at(into, path), value));
  if (changed.length === 0) return undefined;
  const unset = changed.flatMap(([path, value]) => (value === undefined ? [path] : []));
  const set = Object.fromEntries(changed.filter(([, value]) => value !== undefined)) as Record<string, Value>;
  return { ...(unset.length > 0 ? { unset } : {}), ...(Object.keys(set).length > 0 ? { set } : {}) };
}

/** Every scalar at or below a path, by its own path; what follows the last element of a list is null. */
function scalarsIn(path: string, value: Value | undefined): [string, Scalar][] {
  if (typeof value !== 'object' || value === null) return [[path, value ?? null]];
  const below = Object.entries(value).flatMap(([key, inner]: [string, Value]) => scalarsIn(`${path}.${key}`, inner));
  return Array.isArray(value) ? [...below, [`${path}.${value.length}`, null]] : below;
}

/** Holds while the document says what it was seen to say wherever a change that was worked out from it writes. */
export function asSeen(seen: AnyDoc, { set = {}, unset = [] }: Change<AnyDoc>): Conditions<AnyDoc> {
  const written = Object.entries(set as Record<string, Value>);
  const added = written.flatMap(([path, value]) => scalarsIn(path, value).map(([below]) => [below, null] as const));
  const standing = [...written.map(([path]) => path), ...unset].flatMap((path) => scalarsIn(path, at(seen, path)));
  return Object.fromEntries([...added, ...standing]);
}
