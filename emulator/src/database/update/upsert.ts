import { isOperators } from '../query/value-tests';
import { isPlain, type Doc } from '../values/values';
import { targetsOf } from './target';

/** The document an upsert starts from: every field the query fixes by equality. */
export function upsertBase(query: Doc): Doc {
  const base: Doc = {};
  collect(query, base);
  return base;
}

function collect(query: Doc, base: Doc): void {
  for (const path of Object.keys(query)) {
    const condition = query[path];
    if (path === '$and' && Array.isArray(condition)) {
      for (const branch of condition) if (isPlain(branch)) collect(branch, base);
      continue;
    }
    if (path.startsWith('$') || condition instanceof RegExp) continue;
    if (isOperators(condition) && !('$eq' in condition)) continue;
    const [target] = targetsOf(base, path);
    target?.set(isOperators(condition) ? condition.$eq : condition);
  }
}
