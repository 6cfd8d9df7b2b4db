import type { Manifest } from './format';

/** What is told about an export. */
export interface Summary {
  collections: number;
  documents: number;
  files: number;
  bytes: number;
  hash: string;
}

export function summaryOf({ collections, stored, hash }: Manifest): Summary {
  return {
    collections: collections.length,
    documents: collections.reduce((sum, { documents }) => sum + documents, 0),
    files: stored.files,
    bytes: stored.bytes,
    hash: hash.value,
  };
}

/** The same in words, for the operator. */
export function summaryText({ collections, documents, files, bytes, hash }: Summary): string {
  return `${collections} 个集合、${documents} 个文档、${files} 个文件（${bytes} 字节），哈希 ${hash}`;
}
