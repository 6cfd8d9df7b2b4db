import { createHash, randomUUID } from 'node:crypto';
import type { DatabaseService } from '../database/service';
import { WireError, type Json } from '../service';
import { changesBetween, sameJson } from './changes';
import { badRequest, ConsoleError } from './failure';
import { objectText, queryOf, type Search } from './search';
import type { CollectionSummary, DocumentPage, StoredDocument } from './types';

/** Stands for the console where a call's record names its invocation. */
export const CONSOLE_CALLER = 'console';

const PAGE = 20;
const MAX_PAGE = 200;

/** Reads documents as they are stored and changes them through the same wire actions as every client. */
export class Documents {
  constructor(
    private readonly database: DatabaseService,
    private readonly env: string,
  ) {}

  collections(): CollectionSummary[] {
    const { collections } = this.database.info() as { collections: CollectionSummary[] };
    return [...collections].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** One page of what a search finds. Throws ConsoleError or WireError. */
  page(request: Search & { collection: string; sort?: string; skip?: number; limit?: number }): DocumentPage {
    const { collection, skip = 0 } = request;
    const query = queryOf(request);
    const limit = Math.min(request.limit ?? PAGE, MAX_PAGE);
    const started = performance.now();
    const { texts, ...served } = this.database.inspect({
      collection,
      query,
      sort: objectText(request.sort ?? '', '排序'),
      skip,
      limit,
    });
    const total = this.database.inspectCount({ collection, query });
    return { documents: texts.map(stored), total, ...served, ms: performance.now() - started };
  }

  /** One document by the EJSON of its id; `undefined` when it is gone. */
  find(collection: string, id: string): StoredDocument | undefined {
    const [text] = this.database.inspect({ collection, query: byId(id), limit: 1 }).texts;
    return text === undefined ? undefined : stored(text);
  }

  /**
   * Saves an edited document if it is still as it was read. Only fields that differ are written, so that values the
   * operator did not touch keep their types. Throws ConsoleError CONFLICT with the document as it is now.
   */
  async save(collection: string, id: string, revision: string, text: string): Promise<StoredDocument> {
    const after = documentOf(text);
    await this.atomically(collection, id, async (transaction) => {
      const current = this.require(collection, id);
      if (current.revision !== revision) throw conflict(current);
      const before = JSON.parse(current.text) as Json;
      if (!sameJson(after._id, before._id)) throw badRequest('不能修改 _id。请另存为新文档，再删除这一个。');
      const changes = changesBetween(before, after);
      if (!changes) return;
      const request = { collectionName: collection, queryType: 'DOC', query: byId(id), data: JSON.stringify(changes) };
      await this.act('modifyDocument', { ...request, ...transaction, merge: true, multi: false, upsert: false });
    });
    return this.require(collection, id);
  }

  /** Adds a document; also what undoes a deletion, because a stored text keeps every type. */
  async add(collection: string, text: string): Promise<StoredDocument> {
    const document = documentOf(text);
    // With an id of our own the document can be found again whatever type its id has.
    const withId = document._id === undefined ? { _id: randomUUID().replaceAll('-', ''), ...document } : document;
    await this.act('insertDocument', { collectionName: collection, data: [JSON.stringify(withId)] });
    return this.find(collection, JSON.stringify(withId._id))!;
  }

  /** Deletes a document and gives back what it was. */
  remove(collection: string, id: string): Promise<StoredDocument> {
    return this.atomically(collection, id, async (transaction) => {
      const current = this.require(collection, id);
      const request = { collectionName: collection, queryType: 'DOC', query: byId(id), multi: false };
      await this.act('removeDocument', { ...request, ...transaction });
      return current;
    });
  }

  /**
   * Runs work in a transaction. A transaction sees the data as of its first operation, so the document is read in it
   * before anything else: what somebody else changes after `work` has looked makes its write fail instead of being
   * written over. `work` itself reads what is stored, because the wire's answer loses the types of ids.
   */
  private async atomically<T>(collection: string, id: string, work: (transaction: Json) => Promise<T>): Promise<T> {
    const request = { collectionName: collection, queryType: 'DOC', query: byId(id) };
    const transaction = await this.act('startTransaction', {});
    try {
      await this.act('getDocument', { ...request, ...transaction });
      const result = await work(transaction);
      await this.act('commitTransaction', transaction);
      return result;
    } catch (error) {
      await this.act('abortTransaction', transaction).catch(() => undefined);
      const lost = error instanceof WireError && error.code === 'DATABASE_TRANSACTION_CONFLICT';
      throw lost ? conflict(this.require(collection, id)) : error;
    }
  }

  private require(collection: string, id: string): StoredDocument {
    const current = this.find(collection, id);
    if (current) return current;
    throw new ConsoleError(404, 'GONE', '这个文档已被删除。可以把内容另存为新文档。');
  }

  private async act(action: string, body: Json): Promise<Json> {
    const context = { requestId: randomUUID(), env: this.env, invocationId: CONSOLE_CALLER };
    return this.database.actions[`database.${action}`]!(body, context);
  }
}

function stored(text: string): StoredDocument {
  const { _id: id } = JSON.parse(text) as Json;
  const revision = createHash('sha1').update(text).digest('base64url').slice(0, 16);
  return { id: JSON.stringify(id), revision, text };
}

function byId(id: string): string {
  let value: unknown;
  try {
    value = JSON.parse(id);
  } catch {
    throw badRequest('id 应是 JSON，文字要带引号');
  }
  return JSON.stringify({ _id: value });
}

function documentOf(text: string): Json {
  if (text.trim() === '') throw badRequest('文档是空的');
  return JSON.parse(objectText(text, '文档')) as Json;
}

const conflict = (current: StoredDocument): ConsoleError =>
  new ConsoleError(409, 'CONFLICT', '这个文档刚被别处改动，您的操作没有执行。', { current });
