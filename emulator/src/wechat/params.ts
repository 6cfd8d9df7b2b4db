import type { Json } from '../service';
import { refusal } from './errors';

/** Number of characters as people count them. */
export const length = (text: string): number => [...text].length;

/** A text that may be absent; 47001 for another type. */
export function optionalText(params: Json, name: string): string | undefined {
  const value = params[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'string') return value;
  throw refusal(47001, `data format error: ${name} should be a string`);
}

/** A text that must be there; 44002 without it. */
export function requiredText(params: Json, name: string): string {
  const text = optionalText(params, name);
  if (text !== undefined) return text;
  throw refusal(44002, `empty post data: ${name}`);
}

/** A text out of a few; 40097 for another. */
export function oneOf<T extends string>(params: Json, name: string, known: readonly T[], absent: T): T {
  const text = optionalText(params, name);
  if (text === undefined) return absent;
  const found = known.find((value) => value === text);
  if (found !== undefined) return found;
  throw refusal(40097, `invalid args: ${name}`);
}

/** True or false; 47001 for anything else. */
export function flag(params: Json, name: string, absent: boolean): boolean {
  const value = params[name] ?? absent;
  if (typeof value === 'boolean') return value;
  throw refusal(47001, `data format error: ${name} should be a boolean`);
}

/** One of WeChat's four scenes: 1 profile, 2 comment, 3 forum, 4 social log; 40129 for anything else. */
export function contentScene(params: Json): number {
  const { scene } = params;
  if (typeof scene === 'number' && [1, 2, 3, 4].includes(scene)) return scene;
  throw refusal(40129);
}
