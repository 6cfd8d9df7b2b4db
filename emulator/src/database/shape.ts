import type { Json } from '../service';

/** Longer requests are not read again for their shape. */
const MAX_TEXT = 20_000;

const MAX_SHAPE = 200;

/**
 * The fields and operators of a request without a single value, such as `org, at $gte $lt ↓ at`: enough to declare an
 * index for it, and nothing about anybody. `undefined` where there is nothing to say.
 */
export function queryShape(body: Json): string | undefined {
  try {
    const stages = Array.isArray(body.stages) ? body.stages.map(stageShape).join(' → ') : '';
    const parts = [fieldsOf(parse(body.query)), stages, orderOf(parse(body.order))].filter((part) => part !== '');
    return parts.join(' ').slice(0, MAX_SHAPE) || undefined;
  } catch {
    // What cannot be read was refused by the action itself.
    return undefined;
  }
}

function parse(text: unknown): unknown {
  return typeof text === 'string' && text !== '' && text.length <= MAX_TEXT ? (JSON.parse(text) as unknown) : undefined;
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function fieldsOf(query: unknown): string {
  if (!isObject(query)) return '';
  return Object.entries(query)
    .map(([field, condition]) => {
      if (Array.isArray(condition) && field.startsWith('$'))
        return `${field}(${[...new Set(condition.map(fieldsOf))].join(' | ')})`;
      return [field, ...operatorsOf(condition)].join(' ');
    })
    .join(', ');
}

/** EJSON tags are values, not operators. */
const TAGS = /^\$(date|oid|number.*|binary|timestamp|minKey|maxKey|uuid|symbol|tcb_server_date|undefined)$/;

function operatorsOf(condition: unknown): string[] {
  if (!isObject(condition)) return [];
  return Object.keys(condition).filter((key) => key.startsWith('$') && !TAGS.test(key));
}

function orderOf(order: unknown): string {
  if (!isObject(order)) return '';
  return (
    Object.entries(order)
      // The SDK tags numbers: -1 travels as {"$numberInt": "-1"}.
      .map(([field, direction]) => `${JSON.stringify(direction).includes('-1') ? '↓' : '↑'} ${field}`)
      .join(' ')
  );
}

function stageShape(stage: unknown): string {
  if (!isObject(stage) || typeof stage.stageKey !== 'string') return '?';
  const value = parse(stage.stageValue);
  if (stage.stageKey === '$match') return `$match(${fieldsOf(value)})`;
  if (stage.stageKey === '$sort') return `$sort(${orderOf(value)})`;
  return stage.stageKey;
}
