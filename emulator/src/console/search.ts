import { badRequest } from './failure';

/** What the operator asks for: a whole query, or a text in one field. */
export interface Search {
  /** EJSON of a query. */
  query?: string;
  field?: string;
  text?: string;
}

/** The EJSON text of the query; `{}` where nothing is asked for. Throws ConsoleError with the place of a mistake. */
export function queryOf({ query = '', field = '', text = '' }: Search): string {
  if (field.trim() !== '' && text.trim() !== '') return JSON.stringify(textQuery(field.trim(), text.trim()));
  return objectText(query, '查询');
}

/** Checks that a text is a JSON object; empty means none. */
export function objectText(text: string, what: string): string {
  if (text.trim() === '') return '{}';
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw badRequest(`${what}不是有效的 JSON：${(error as Error).message}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badRequest(`${what}应是一个对象，例如 {"status": "open"}`);
  }
  return text;
}

/**
 * Part of a text, or exactly a number, a truth value, null or an ObjectId that is written like that. Upper and lower
 * case are the same.
 */
export function textQuery(field: string, text: string): Record<string, unknown> {
  const pattern = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const alternatives: unknown[] = [{ $regularExpression: { pattern, options: 'i' } }];
  if (/^-?\d+(\.\d+)?$/.test(text)) alternatives.push(Number(text));
  if (text === 'true' || text === 'false') alternatives.push(text === 'true');
  if (text === 'null') alternatives.push(null);
  if (/^[0-9a-f]{24}$/i.test(text)) alternatives.push({ $oid: text });
  const [first] = alternatives;
  return alternatives.length === 1
    ? { [field]: first }
    : { $or: alternatives.map((alternative) => ({ [field]: alternative })) };
}
