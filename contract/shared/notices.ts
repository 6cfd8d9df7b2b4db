import * as v from 'valibot';
import { noticeKinds } from './notices/constants';
import { id } from './values';

/** One notice, as its receiver reads it (docs/mechanisms/notices.md). */
export const notice = v.object({
  id,
  kind: v.picklist(noticeKinds),
  /** What the page that it leads to is opened with; the page names the kind in `src/routes`. */
  thing: id,
  title: v.string(),
  text: v.string(),
  at: v.number(),
  read: v.boolean(),
});
export type Notice = v.InferOutput<typeof notice>;
