import { isPlain, type Doc } from '../../values/values';

/** A document with a field set at a path; what it shares with the one given is not changed. */
export function withField(doc: Doc, [first = '', ...rest]: readonly string[], value: unknown): Doc {
  const inner = doc[first];
  return { ...doc, [first]: rest.length > 0 ? withField(isPlain(inner) ? inner : {}, rest, value) : value };
}

/** A document without the field at a path. */
export function withoutField(doc: Doc, [first = '', ...rest]: readonly string[]): Doc {
  const inner = doc[first];
  if (rest.length > 0) return isPlain(inner) ? { ...doc, [first]: withoutField(inner, rest) } : doc;
  return Object.fromEntries(Object.entries(doc).filter(([key]) => key !== first));
}
