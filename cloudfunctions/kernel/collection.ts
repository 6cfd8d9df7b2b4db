import type { Subjects } from './personal';
import type { Collection, Doc } from './port';

/** The fields of a document that belongs to an org: its id, and what is copied of it. */
export interface OrgCopy {
  id: string;
  path?: string;
  name?: string;
}

/** The fields of a document that belongs to several orgs: their ids, and all orgs on their paths. */
export interface ScopeCopy {
  ids: string;
  scope: string;
}

/** A field that says where an org stood at a time, and why it is not mended. */
export interface KeptCopy {
  path: string;
  why: string;
}

export interface CollectionDeclaration<T extends Doc = Doc> {
  /** What it holds, in the reader's language, for the data inventory (R7). */
  purpose: string;
  /** Personal data in it and why, in the reader's language; null when there is none. */
  personal: string | null;
  /** Whose the documents are, and how they are exported, erased and merged with the person. */
  subjects: Subjects<T>;
  indexes: readonly { name: string; unique?: boolean; keys: readonly (readonly [string, 1 | -1])[] }[];
  /** Removed by the timer when `field` (epoch ms) plus `days` has passed; null: kept until the person erases it. */
  retention: { field: string; days: number } | null;
  /**
   * Fields that hold paths in cloud storage: what lies there is removed before a document goes, by retention or because
   * its person is erased.
   */
  stored?: readonly (keyof T & string)[];
  /**
   * What of orgs is copied into its documents. A job mends it when an org is renamed, moved or merged, through an index
   * that begins with the id (docs/mechanisms/org-copies.md).
   */
  copies?: { orgs?: readonly OrgCopy[]; scopes?: readonly ScopeCopy[]; kept?: readonly KeptCopy[] };
}

declare const shape: unique symbol;

/** A declaration that carries the shape of its documents, for the types only. */
export interface CollectionOf<T extends Doc> extends CollectionDeclaration<never> {
  readonly [shape]?: T;
}

/** Declares a collection of documents of this shape. */
export const collection = <T extends Doc>(declaration: CollectionDeclaration<T>): CollectionOf<T> => declaration;

/** What a domain declares: its collections by name. */
export type Schema = Readonly<Record<string, CollectionOf<Doc>>>;

/** The shape of a declared collection's documents. */
export type DocumentOf<C> = C extends { readonly [shape]?: infer T extends Doc } ? T : never;

/** The collections that a schema declares, typed by its documents. */
export type CollectionsOf<S> = { readonly [N in keyof S]: Collection<DocumentOf<S[N]>> };
