import { UNREAD_SHOWN_MAX } from '../../../contract/shared/notices/constants';
import type { Handlers } from '../../kernel/context';
import { pageOf } from '../../kernel/paging';
import { atMost } from '../../kernel/port';
import { refuse } from '../../kernel/refuse';
import type { NoticeDatabase } from '../../shared/notices/collections';
import { noticeView } from '../../shared/notices/rules/notice';
import { change, grant, settingsOf } from './settings';

const PAGE_SIZE = 20;

export const noticeHandlers: Handlers<'notice', NoticeDatabase> = {
  /** One round trip besides the identity's. */
  'notice.inbox': ({ cursor }, { db, viewer }) =>
    pageOf(db.notices, { to: viewer._id }, { sort: ['at', -1], cursor, size: PAGE_SIZE, view: noticeView }),

  async 'notice.unread'(_input, { db, viewer }) {
    return { count: Math.min(UNREAD_SHOWN_MAX, await db.notices.count({ to: viewer._id, read: false })) };
  },

  async 'notice.read'({ id }, { db, viewer }) {
    const read = await db.notices.updateOne({ _id: id, to: viewer._id }, { set: { read: true } });
    return { notice: noticeView(read ?? refuse('notice.read', 'NOTICE_GONE')) };
  },

  async 'notice.readAll'({ upTo }, { db, viewer }) {
    const unread = { to: viewer._id, read: false, at: atMost(upTo) };
    return { count: await db.notices.update(unread, { set: { read: true } }) };
  },

  'notice.settings': (_input, context) => settingsOf(context),
  'notice.set': (input, context) => change(input, context),
  'notice.consent': (input, context) => grant(input, context),
};
