import type { CollectionDeclaration } from '../../../kernel/collection';
import { ERASED, subjectsOf } from '../../../kernel/personal';
import type { AnyDoc, Subject } from '../../../kernel/personal';
import type { Value } from '../../../kernel/port';
import { valuesAt } from './rows';

/** What is read of the declarations, by the names of the collections. */
export type Declared = Readonly<Record<string, Pick<CollectionDeclaration<never>, 'subjects' | 'indexes' | 'stored'>>>;

/** One way in which the documents of one collection are about a member. */
export interface Part {
  readonly collection: string;
  readonly subject: Subject<never>;
}

/** Every part of a schema, always in the same order; those of `last` at the end. */
export const partsOf = (schema: Declared, last: string): Part[] =>
  Object.keys(schema)
    .sort((one, other) => Number(one === last) - Number(other === last) || (one < other ? -1 : 1))
    .flatMap((collection) =>
      subjectsOf((schema[collection] as Declared[string]).subjects).map((subject) => ({ collection, subject })),
    );

/** The path by which a member's documents are asked for; `undefined` where the id of the document says it. */
export const pathOf = ({ at }: Subject<never>): string | undefined =>
  at.in === 'field' ? at.path : at.in === 'list' ? `${at.list}.${at.key}` : undefined;

/** Whether an index begins with the path. */
export const isIndexed = (indexes: Declared[string]['indexes'], path: string): boolean =>
  indexes.some(({ keys }) => keys[0]?.[0] === path);

/** Whether a document has the member at the path. */
export const holds = (doc: AnyDoc, { at }: Subject<never>, memberId: string): boolean => {
  if (at.in === 'field') return valuesAt(doc, at.path.split('.')).includes(memberId);
  return at.in === 'list' && valuesAt(doc, [at.list, '*', at.key]).includes(memberId);
};

/** What a document is left with when the member at `path` is erased; values below a null stay out. */
export const replaced = (
  doc: AnyDoc,
  path: string,
  values: Readonly<Record<string, Value | undefined>>,
): Record<string, Value> => {
  const there = (target: string): boolean => {
    const parents = target.split('.').slice(0, -1);
    return parents.length === 0 || valuesAt(doc, parents).length > 0;
  };
  const given = Object.entries(values).filter(([target, value]) => value !== undefined && there(target));
  return { ...(Object.fromEntries(given) as Record<string, Value>), [path]: ERASED };
};

/** The id that a document has once its member is another. */
export const movedId = (id: string, from: string, to: string): string => to + id.slice(from.length);

/** The same for an id that ends with its member; any other stays. */
export const reassignedId = (id: string, from: string, to: string): string =>
  id.endsWith(`:${from}`) ? id.slice(0, -from.length) + to : id;

/** The places of two members in a list; -1 where one is not in it. */
export const placesOf = (doc: AnyDoc, list: string, key: string, ids: readonly string[]): number[] => {
  const members = valuesAt(doc, [list, '*', key]);
  return ids.map((id) => members.indexOf(id));
};

/** Every part of a schema with a name that stays the same as long as its declaration does: `books_0`. */
export const namedParts = (schema: Declared): { key: string; part: Part }[] =>
  Object.keys(schema)
    .sort()
    .flatMap((collection) =>
      subjectsOf((schema[collection] as Declared[string]).subjects).map((subject, index) => ({
        key: `${collection}_${index}`,
        part: { collection, subject },
      })),
    );
