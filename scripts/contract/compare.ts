import type { Field, Shape } from './shape';

/*
 * Whether values of one shape are understood by whoever knows another. An input is given by an old client to the new
 * server, an output by the new server to an old client; in both, `given` is what comes and `known` what is expected.
 */

/** What of it is not understood, each by its path; empty when all is. `strict`: unknown fields are refused. */
export function misunderstood(given: Shape, known: Shape, strict: boolean, path = ''): string[] {
  if (given.is === 'either') return given.of.flatMap((one) => misunderstood(one, known, strict, path));
  if (known.is === 'either') {
    const attempts = known.of.map((one) => misunderstood(given, one, strict, path));
    return attempts.reduce((best, next) => (next.length < best.length ? next : best));
  }
  if (given.is === 'one of' && known.is === 'one of') {
    const strange = given.values.filter((value) => !known.values.includes(value));
    return strange.length === 0 ? [] : [`${path}：不认识的值 ${strange.join('、')}`];
  }
  if (given.is === 'one of' && given.values.every((value) => typeof value === known.is)) return [];
  if ((given.is === 'list' && known.is === 'list') || (given.is === 'record' && known.is === 'record')) {
    return misunderstood(given.of, known.of, strict, `${path}[]`);
  }
  if (given.is === 'object' && known.is === 'object') return fields(given.fields, known.fields, strict, path);
  return given.is === known.is ? [] : [`${path}：类型不同`];
}

function fields(given: Record<string, Field>, known: Record<string, Field>, strict: boolean, path: string): string[] {
  const at = (name: string): string => (path === '' ? name : `${path}.${name}`);
  const strange = strict ? Object.keys(given).filter((name) => !(name in known)) : [];
  const expected = Object.entries(known).flatMap(([name, field]) => {
    const one = given[name];
    if (one === undefined) return field.optional ? [] : [`${at(name)}：缺少`];
    const missing = one.optional && !field.optional ? [`${at(name)}：可能缺少`] : [];
    return [...missing, ...misunderstood(one.shape, field.shape, strict, at(name))];
  });
  return [...strange.map((name) => `${at(name)}：不认识`), ...expected];
}
