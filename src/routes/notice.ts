import { page } from './declare';

/** 通知. */
export const notice = {
  /** A WeChat message opens it with the notice's id (`NOTICE_PAGE`). */
  notices: page<{ id?: string }>('packages/me/notices'),
  /** Which of them WeChat tells as well, how often and when. */
  messages: page('packages/me/messages'),
};
