import type { Scene } from '../../../shared/moderation/rules/check';
import type { ModeratedThing, Part } from '../../../shared/moderation/shape';
import { meantFor } from '../../../shared/publication/rules/publication';
import type { RecommendationDoc } from '../collections';

/** Something for many to read. */
export const SCENE: Scene = 3;

export type Words = Pick<RecommendationDoc, 'reason' | 'questions' | 'pointer'>;

/** What its author wrote himself; the book is the catalogue's. */
export const partsOf = ({ reason, questions, pointer }: Words): Part[] => [
  { label: '荐语', text: reason },
  ...questions.map((text, index) => ({ label: `导读问题 ${index + 1}`, text })),
  { label: '十分钟读什么', text: pointer },
];

/** Whether a revision says something else than what stands. */
export const saysOtherwise = (doc: Words, words: Words): boolean =>
  JSON.stringify(partsOf(doc)) !== JSON.stringify(partsOf(words));

/** A recommendation as it is submitted to the moderation: as it stands, with the words of an edit where there is one. */
export const submitted = (doc: RecommendationDoc, edit?: Words & { publishAt: number }): ModeratedThing => ({
  thing: doc._id,
  version: doc.version,
  org: { _id: doc.orgId, path: doc.orgPath, name: doc.orgName },
  authorId: doc.memberId,
  title: `《${doc.book.title}》荐书`,
  parts: partsOf(edit ?? doc),
  fields: edit
    ? { reason: edit.reason, questions: edit.questions, pointer: edit.pointer, publishAt: edit.publishAt }
    : { publishAt: meantFor(doc) },
});
