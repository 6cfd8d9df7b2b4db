import type { Notice } from '../../../../contract/shared/notices';
import type { NewNotice, NoticeDoc } from '../shape';

/** A notice as it is stored; its message is due at once, and whether it is sent is decided then. */
export const newNotice = (
  { to, kind, thing, data }: NewNotice,
  { id, now }: { id: string; now: number },
): NoticeDoc => ({
  _id: id,
  to,
  kind,
  thing,
  data,
  at: now,
  read: false,
  message: 'due',
  dueAt: now,
});

/** A notice as its receiver sees it. */
export const noticeView = ({ _id, kind, thing, data, at, read }: NoticeDoc): Notice => ({
  id: _id,
  kind,
  thing,
  ...data,
  at,
  read,
});
