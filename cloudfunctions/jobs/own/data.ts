import type { Files } from '../../kernel/files';
import type { AnyDoc } from '../../kernel/personal';
import type { Collection } from '../../kernel/port';
import { schema, type Database } from '../../schema';
import type { Data } from '../../shared/subject/find';

/** The whole database by its declarations, and storage. */
export const dataOf = (db: Database, files: Files): Data => ({
  db: db as unknown as Record<string, Collection<AnyDoc>>,
  schema,
  files,
});
