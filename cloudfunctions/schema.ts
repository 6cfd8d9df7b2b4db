import type { CollectionsOf } from './kernel/collection';
import { bookCollections } from './domains/book/collections';
import { checkinCollections } from './domains/checkin/collections';
import { eventCollections } from './domains/event/collections';
import { feedbackCollections } from './domains/feedback/collections';
import { orgCollections } from './domains/org/collections';
import { recommendationCollections } from './domains/recommendation/collections';
import { shelfCollections } from './domains/shelf/collections';
import { jobsCollections } from './jobs/collections';
import { kernelCollections } from './kernel/collections';

/*
 * Every collection, declared where it belongs: its documents' shape, its indexes, how long it is kept and what of it is
 * personal. Read by the database port, the local cloud, deployment and the data inventory.
 */
export const schema = {
  ...kernelCollections,
  ...jobsCollections,
  ...orgCollections,
  ...bookCollections,
  ...shelfCollections,
  ...checkinCollections,
  ...recommendationCollections,
  ...eventCollections,
  ...feedbackCollections,
};

export type CollectionName = keyof typeof schema;

/** Typed collections of the whole product: for jobs, commands and tests. A handler gets its own domain's only. */
export type Database = CollectionsOf<typeof schema>;
