import { cleanText } from '@contract/text';
import { own } from '@/shared/own';

/** Whether nothing has been filled in at a path such as `questions.1`. */
export function isBlank(values: object, path: string): boolean {
  const value = path
    .split('.')
    .reduce<unknown>(
      (at, key) => (typeof at === 'object' && at !== null ? own<unknown>({ ...at }, key) : undefined),
      values,
    );
  if (typeof value === 'string') return cleanText(value, true) === '';
  // A number that cannot be read: of a field of digits, usually an empty one.
  if (typeof value === 'number') return Number.isNaN(value);
  return value === undefined || value === null || value === false || (Array.isArray(value) && value.length === 0);
}

/**
 * What still keeps a form from being sent, in a few words: what is only not filled in yet is no mistake until sending
 * was tried.
 */
export function leftText({ missing, wrong, tried }: { missing: number; wrong: number; tried: boolean }): string {
  const all = missing + wrong;
  if (all === 0) return '';
  if (tried) return `有 ${all} 处要改`;
  if (wrong === 0) return `还差 ${missing} 项`;
  return missing === 0 ? `有 ${wrong} 处要改` : `还差 ${missing} 项，${wrong} 处要改`;
}
