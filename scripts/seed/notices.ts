import { HOUR_MS } from '../../contract/durations';
import { deriveId } from '../../cloudfunctions/kernel/ids';
import { newNotice } from '../../cloudfunctions/shared/notices/rules/notice';
import type { NoticeDoc } from '../../cloudfunctions/shared/notices/shape';
import { demoNotices } from '../../demo/notices';
import { type City, eventId, memberId } from './documents';

/** What people of the demo city have been told, some of it read. No message is due for it. */
export const noticeDocuments = ({ at }: Pick<City, 'at'>): NoticeDoc[] =>
  demoNotices.map(({ to, kind, event, title, text, hoursAgo, read = false }) => {
    const about = `${hoursAgo}`;
    const thing = event === undefined ? memberId(to) : eventId(event);
    const told = { to: memberId(to), kind, thing, about, data: { title, text } };
    const id = deriveId('n', 'demo', to, kind, about);
    return { ...newNotice(told, { id, now: at - hoursAgo * HOUR_MS }), read, message: 'none' };
  });
