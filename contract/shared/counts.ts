import * as v from 'valibot';

/** How many of a group, as it may be shown: the number, or words in its place where it would tell of single people. */
export const shownCount = v.variant('kind', [
  v.object({ kind: v.literal('exact'), count: v.number(), of: v.number() }),
  v.object({ kind: v.literal('band'), text: v.string() }),
]);
export type ShownCount = v.InferOutput<typeof shownCount>;
