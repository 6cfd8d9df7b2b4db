import { lineAt, mistakeAt } from './mistake';

type Json = Record<string, unknown>;

/** A stored text, indented for reading and editing. */
export const pretty = (text: string): string => JSON.stringify(JSON.parse(text), null, 2);

/** What is wrong with an edited document, with its line, or `undefined`. */
export function problemIn(text: string): string | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return `第 ${lineAt(text, mistakeAt(text) ?? 0)} 行不是有效的 JSON：${(error as Error).message}`;
  }
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? undefined : '文档应是一个对象：{ … }';
}

/** Paths of the fields in which two documents differ, objects field by field. */
export function differingPaths(a: string, b: string): string[] {
  const paths: string[] = [];
  compare(JSON.parse(a) as Json, JSON.parse(b) as Json, '', paths);
  return paths;
}

function compare(a: Json, b: Json, prefix: string, paths: string[]): void {
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const [left, right] = [a[key], b[key]];
    if (JSON.stringify(left) === JSON.stringify(right)) continue;
    if (isFields(left) && isFields(right)) compare(left, right, `${prefix}${key}.`, paths);
    else paths.push(prefix + key);
  }
}

const isFields = (value: unknown): value is Json =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !Object.keys(value).some((key) => key.startsWith('$'));
