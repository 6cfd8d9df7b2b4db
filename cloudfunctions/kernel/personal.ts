import type { Doc, Path, Scalar, Value } from './port';

/*
 * What a collection declares of the persons in it (docs/adr/0028): where a member's id stands in a document, and what
 * becomes of it when that person takes the data along, leaves, or turns out to be there twice. What is said in Chinese
 * (`who`, `as`, `says`, `why`) goes into docs/data-inventory.md.
 */

/** How a yes or no reads in what a person takes along. */
export const yesNo = { true: '是', false: '否' } as const;

/** What stands for a member who was erased, wherever a document stays. */
export const ERASED = 'erased';

/**
 * Where a value is, and how it is written: as it is, as Shanghai time, or by the names of its values. A path may go
 * through the entries of a list or record: `lines.*.note`.
 */
export type Column<T> = Path<T> | readonly [Path<T>, 'time' | Readonly<Record<string, string>>];

export type Exported<T> =
  | {
      /** Heading of the part, such as 阅读打卡. */
      readonly as: string;
      /** A list or record that has a row for each of its entries; absent: a document is one row. */
      readonly rows?: keyof T & string;
      /** By their headings. A `*` stands for the row's own entry; below another list or record for all of its entries. */
      readonly columns: Readonly<Record<string, Column<T>>>;
      /** What only the program needs, or what stands in another part. Every field is here or in a column. */
      readonly internal: readonly Path<T>[];
    }
  | { readonly not: string };

/** Two documents that become one: how each field of the one that stays takes in that of the other. */
export interface Clash<T> {
  /** These are taken together from the document whose number `by` is higher. */
  readonly newer?: { readonly by: keyof T & string; readonly fields: readonly (keyof T & string)[] };
  /** Records: entries of both; one that both have is the later by its `at`, completed from the other. */
  readonly union?: readonly (keyof T & string)[];
  /** Fields of such entries that are texts: two different ones are both kept, one below the other. */
  readonly texts?: readonly string[];
  /** Lists: elements of both, each once. */
  readonly append?: readonly (keyof T & string)[];
  readonly highest?: readonly (keyof T & string)[];
  readonly lowest?: readonly (keyof T & string)[];
}

interface Stays {
  readonly how: 'stays';
  readonly why: string;
}
interface Removed {
  readonly how: 'removed';
  readonly says: string;
}
interface Reassigned {
  /** To the other member; of two entries in one list the earlier stays. */
  readonly how: 'reassigned';
  readonly says: string;
}

interface Says<T> {
  /** Who the member is to the document: 本人, 报名者. */
  readonly who: string;
  readonly exported: Exported<T>;
}

/** One way in which documents are about a member. */
export type Subject<T> = Says<T> &
  (
    | {
        /** `_id` is the member's, or `<memberId>:…`, which `field` may repeat. */
        readonly at: { readonly in: 'id' } | { readonly in: 'id prefix'; readonly field?: keyof T & string };
        readonly erased: Removed | Stays;
        readonly merged:
          | { readonly how: 'moved'; readonly clash: Clash<T>; readonly says: string }
          /** Both documents go: what they say is made from other facts when it is asked for. */
          | { readonly how: 'remade'; readonly says: string }
          | Stays;
      }
    | {
        readonly at: { readonly in: 'field'; readonly path: Path<T> };
        /** Replaced: the id becomes `ERASED`, other fields these values; those below a null stay. */
        readonly erased:
          | Removed
          | Stays
          | { readonly how: 'replaced'; readonly values: { readonly [P in Path<T>]?: Value }; readonly says: string };
        readonly merged: Reassigned | Stays;
      }
    | {
        /**
         * An element of the list, in its field `key`; `count` is the length of the list. `changed` gets the time when
         * somebody comes or goes, so that what follows from the list is made anew.
         */
        readonly at: {
          readonly in: 'list';
          readonly list: keyof T & string;
          readonly key: string;
          readonly count: keyof T & string;
          readonly changed: keyof T & string;
        };
        /** Until `until` (epoch ms) the element goes, as if the person had left; after it, it stays without him. */
        readonly erased: {
          readonly how: 'withdrawn';
          readonly until: keyof T & string;
          readonly values: Readonly<Record<string, Value>>;
          readonly says: string;
        };
        readonly merged: Reassigned;
      }
    | {
        /** Somewhere within these texts or values; nothing can be found by it. */
        readonly at: { readonly in: 'text'; readonly paths: readonly Path<T>[] };
        readonly erased: Stays;
        readonly merged: Stays;
      }
  );

/** Whose the documents are. `none` says why they are nobody's. */
export type Subjects<T> = readonly [Subject<T>, ...Subject<T>[]] | { readonly none: string };

/** The declared subjects as a list. */
export const subjectsOf = <T>(subjects: Subjects<T>): readonly Subject<T>[] => ('none' in subjects ? [] : subjects);

/** One row of an export: plain values under Chinese headings. */
export type Row = Readonly<Record<string, Scalar>>;

/** A document seen without its type. */
export type AnyDoc = Doc & Readonly<Record<string, Value>>;

/** The paths in cloud storage that a document names in these fields. */
export const storedIn = (doc: AnyDoc, fields: readonly string[]): string[] =>
  fields.flatMap((field) => {
    const named = doc[field];
    return (Array.isArray(named) ? named : [named]).filter((path) => typeof path === 'string');
  });
