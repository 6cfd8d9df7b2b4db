import { merged, partOf } from '../contract/merged';
import * as domains from './domains';
import { auditCollections } from './kernel/audit/collections';
import type { CollectionsOf } from './kernel/collection';
import { kernelCollections } from './kernel/collections';
import { cardsCollections } from './shared/cards/collections';
import { exportCollections } from './shared/exports/collections';
import { fileCollections } from './shared/files/collections';
import { importCollections } from './shared/imports/collections';
import { moderationCollections } from './shared/moderation/collections';
import { noticeCollections } from './shared/notices/collections';
import { workCollections } from './shared/work/collections';

/*
 * Every collection, declared where it belongs: its documents' shape, its indexes, how long it is kept and what of it is
 * personal. Read by the database port, the local cloud, deployment and the data inventory.
 */
export const schema = merged({
  kernel: kernelCollections,
  audit: auditCollections,
  cards: cardsCollections,
  exports: exportCollections,
  files: fileCollections,
  imports: importCollections,
  moderation: moderationCollections,
  notices: noticeCollections,
  work: workCollections,
  domains: merged(partOf(domains, 'collections')),
});

export type CollectionName = keyof typeof schema;

/** Typed collections of the whole product: for jobs, commands and tests. A handler gets its own domain's only. */
export type Database = CollectionsOf<typeof schema>;
