import { createHash } from 'node:crypto';
import type { IndexDeclaration, SchemaFile } from '../../service';
import { FolderError } from '../../store/error';
import { Collection, collectionTable } from './collection';
import { collectionExists, collectionMissing, DuplicateKey, invalidParam } from '../errors';
import { EntryIndex, indexTable } from './entry-index';
import type { Sql } from './sql';

/** The collections of a data folder and their indexes. */
export class Catalog {
  private readonly byName = new Map<string, Collection>();

  constructor(private readonly sql: Sql) {
    sql.exec(
      'CREATE TABLE IF NOT EXISTS collection_catalog (num INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE);' +
        'CREATE TABLE IF NOT EXISTS index_catalog (num INTEGER PRIMARY KEY AUTOINCREMENT, collection INTEGER NOT NULL,' +
        ' declaration TEXT NOT NULL, multikey TEXT NOT NULL);',
    );
    for (const [num, name] of sql.all('SELECT num, name FROM collection_catalog ORDER BY num')) {
      this.byName.set(name as string, new Collection(sql, num as number, name as string));
    }
    this.loadIndexes();
  }

  /** Throws DATABASE_COLLECTION_NOT_EXIST: access never creates a collection. */
  require(name: unknown): Collection {
    if (typeof name !== 'string' || name === '') throw invalidParam('collectionName must be a non-empty string');
    const collection = this.byName.get(name);
    if (!collection) throw collectionMissing(name);
    return collection;
  }

  list(): Collection[] {
    return [...this.byName.values()];
  }

  /** Creates an empty collection; throws DATABASE_COLLECTION_ALREADY_EXIST. */
  create(name: unknown): Collection {
    if (typeof name !== 'string' || !/^[^$\s.][^$\s]*$/.test(name) || name.length > 255) {
      throw invalidParam(`bad collection name: ${String(name)}`);
    }
    if (this.byName.has(name)) throw collectionExists(name);
    return this.sql.atomically(() => {
      const num = this.sql.run('INSERT INTO collection_catalog(name) VALUES (?)', name);
      this.sql.exec(
        `CREATE TABLE ${collectionTable(num)} (n INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, doc TEXT NOT NULL)`,
      );
      const collection = new Collection(this.sql, num, name);
      this.byName.set(name, collection);
      this.sql.onRollback(() => this.byName.delete(name));
      return collection;
    });
  }

  /**
   * Makes collections and indexes match the declaration: missing ones are created and built over what is stored,
   * others of a declared collection are dropped. Throws FolderError when stored documents break a unique index.
   */
  apply(schema: SchemaFile): void {
    this.sql.atomically(() => {
      for (const [name, { indexes = [] }] of Object.entries(schema.collections)) {
        const collection = this.byName.get(name) ?? this.create(name);
        const wanted = new Map(indexes.map((declaration) => [declaration.name, normalise(declaration)]));
        for (const index of collection.indexes) {
          if (wanted.get(index.name) === this.storedDeclaration(index)) wanted.delete(index.name);
          else this.drop(collection, index);
        }
        for (const declaration of indexes) if (wanted.has(declaration.name)) this.build(collection, declaration);
      }
    });
  }

  /** Makes all indexes anew, for keys of another form. */
  rebuild(): void {
    this.sql.atomically(() => {
      for (const collection of this.list()) {
        for (const index of collection.indexes) {
          this.drop(collection, index);
          this.build(collection, index.declaration);
        }
      }
    });
  }

  /** Hash of every collection's name and documents, independent of the order they were written in. */
  hash(): string {
    const hash = createHash('sha256');
    for (const collection of this.list().sort((a, b) => (a.name < b.name ? -1 : 1))) {
      hash.update(`${JSON.stringify(collection.name)}\n`);
      for (const [, , text] of collection.byIdOrder()) hash.update(`${text}\n`);
    }
    return hash.digest('hex');
  }

  private loadIndexes(): void {
    for (const collection of this.byName.values()) {
      const rows = this.sql.all(
        'SELECT num, declaration, multikey FROM index_catalog WHERE collection = ? ORDER BY num',
        collection.num,
      );
      collection.indexes = rows.map(
        ([num, declaration, multikey]) =>
          new EntryIndex(
            this.sql,
            num as number,
            collection,
            JSON.parse(declaration as string) as IndexDeclaration,
            JSON.parse(multikey as string) as number[],
          ),
      );
    }
  }

  private storedDeclaration({ num }: EntryIndex): unknown {
    return this.sql.get('SELECT declaration FROM index_catalog WHERE num = ?', num)?.[0];
  }

  private drop(collection: Collection, index: EntryIndex): void {
    this.sql.run('DELETE FROM index_catalog WHERE num = ?', index.num);
    this.sql.exec(`DROP TABLE ${indexTable(index.num)}`);
    collection.indexes = collection.indexes.filter((other) => other !== index);
  }

  private build(collection: Collection, declaration: IndexDeclaration): void {
    const num = this.sql.run(
      'INSERT INTO index_catalog(collection, declaration, multikey) VALUES (?, ?, ?)',
      collection.num,
      normalise(declaration),
      '[]',
    );
    this.sql.exec(
      `CREATE TABLE ${indexTable(num)} (k BLOB NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (k, n)) WITHOUT ROWID`,
    );
    const index = new EntryIndex(this.sql, num, collection, declaration, []);
    for (const row of collection.scan(undefined)) {
      const doc = collection.read(row);
      try {
        const { keys, multikey } = index.entries(doc);
        index.add(row[0], doc, keys);
        index.note(multikey);
      } catch (error) {
        throw buildFailure(collection.name, declaration.name, error as Error);
      }
    }
    collection.indexes = [...collection.indexes, index];
  }
}

/** How geo keys are made; another value here builds such indexes anew at the next start. */
const GEO_CELLS = 2;

/** The text a declaration is stored as, and compared with to see whether an index must be built. */
function normalise({ name, unique, keys }: IndexDeclaration): string {
  const cells = keys.some(([, direction]) => direction === '2dsphere') ? { cells: GEO_CELLS } : {};
  return JSON.stringify({ name, unique: unique === true, keys, ...cells });
}

function buildFailure(collection: string, index: string, error: Error): FolderError {
  const reason = error instanceof DuplicateKey ? `已有数据重复，${error.key}` : error.message;
  return new FolderError(`无法在集合 ${collection} 上建立索引 ${index}：${reason}。请先清理这些数据，再启动。`);
}
