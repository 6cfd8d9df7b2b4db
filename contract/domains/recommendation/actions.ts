import * as v from 'valibot';
import { defineAction, limits } from '../../action';
import { wordsFields } from './fields';
import { bookRef, shelfStatus } from '../../shared/book';
import {
  publicationCard,
  publicationListInput,
  publishAt,
  revisionInput,
  withdrawalInput,
} from '../../shared/publication';
import { heldField } from '../../shared/moderation';
import { commandId, id, page, textOf } from '../../shared/values';

/** What the secretary writes: reason (荐语), three guide questions and what to read if one has ten minutes. */
const words = {
  reason: textOf(wordsFields.reason),
  questions: v.pipe(v.array(textOf(wordsFields.question)), v.length(3, '请写满三个导读问题')),
  pointer: textOf(wordsFields.pointer),
};

export const recommendationCard = v.object({
  id,
  book: bookRef,
  reason: v.string(),
  recommender: v.object({ name: v.string(), orgName: v.string() }),
  ...publicationCard,
  /** To its author and who may edit it: that it, or a change of it, waits or was turned down. */
  ...heldField,
});
export type RecommendationCard = v.InferOutput<typeof recommendationCard>;

const detail = v.object({
  ...recommendationCard.entries,
  orgId: id,
  questions: v.array(v.string()),
  pointer: v.string(),
  version: v.number(),
});
export type RecommendationDetail = v.InferOutput<typeof detail>;
/** What a shared link shows before joining: the book and the organisation, and nobody's name. */
const preview = v.object({ book: v.pick(bookRef, ['title', 'author', 'tone']), orgName: v.string() });
const written = v.object({ recommendation: detail });

/** 书记荐书: a secretary recommends a book to everyone in the org's subtree. */
export const recommendationActions = {
  'recommendation.create': defineAction({
    kind: 'command',
    summary: '写荐书，立即或定时发布',
    access: { who: 'permitted', permission: 'recommendation:publish', scope: 'org in input' },
    input: v.strictObject({ commandId, orgId: id, bookId: id, ...words, publishAt }),
    output: written,
    errors: ['BOOK_NOT_FOUND', 'SCHEDULE_INVALID'],
    stale: ['recommendation.', 'book.get', 'home.', 'moderation.', 'me.waiting'],
    behind: ['BOOK_NOT_FOUND'],
    limit: limits.publish,
    audited: true,
  }),
  'recommendation.revise': defineAction({
    kind: 'command',
    summary: '修改荐书（发布后不再改发布时间）',
    access: { who: 'permitted', permission: 'recommendation:publish', scope: 'org of the thing' },
    input: v.strictObject({ ...revisionInput, ...words, publishAt }),
    output: written,
    errors: ['SCHEDULE_INVALID', 'ALREADY_PUBLISHED'],
    stale: ['recommendation.', 'book.get', 'home.', 'moderation.', 'me.waiting'],
    behind: ['ALREADY_PUBLISHED'],
    limit: limits.publish,
    audited: true,
  }),
  'recommendation.setWithdrawn': defineAction({
    kind: 'command',
    summary: '撤回荐书，或恢复',
    access: { who: 'permitted', permission: 'recommendation:publish', scope: 'org of the thing' },
    input: withdrawalInput,
    output: written,
    errors: [],
    stale: ['recommendation.', 'book.get', 'home.', 'moderation.', 'me.waiting'],
    limit: limits.publish,
    audited: true,
  }),
  'recommendation.list': defineAction({
    kind: 'query',
    summary: '荐书列表：我能看到的，或我写的',
    access: { who: 'member', scope: 'own orgs' },
    input: publicationListInput,
    output: page(recommendationCard),
    errors: [],
    limit: limits.read,
    audited: false,
    offline: 'seen',
  }),
  'recommendation.get': defineAction({
    kind: 'query',
    summary: '一条荐书',
    access: { who: 'member', scope: 'org of the thing' },
    input: v.strictObject({ id }),
    output: v.object({ recommendation: detail, status: v.nullable(shelfStatus), mayEdit: v.boolean() }),
    errors: [],
    limit: limits.read,
    audited: false,
    offline: 'seen',
  }),
  'recommendation.preview': defineAction({
    kind: 'query',
    summary: '打开转发的荐书时，加入前看到的：书名、作者、荐书的组织',
    access: { who: 'visitor', scope: 'public' },
    input: v.strictObject({ id }),
    output: preview,
    errors: [],
    limit: limits.preview,
    audited: false,
  }),
};
