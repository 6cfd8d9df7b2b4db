/*
 * Notices to people (通知, docs/mechanisms/notices.md): every kind there is. Plain values, for the server, the forms and
 * the self-check.
 */

/** Templates of WeChat's subscription messages (订阅消息) by our names; their ids and fields are in `contract/config.ts`. */
export const messageTemplates = ['event', 'reply', 'matter', 'digest'] as const;
export type MessageTemplate = (typeof messageTemplates)[number];

interface KindOfNotice {
  /** As the inbox and the switch call it. */
  name: string;
  /** What the switch says below its name: when such a notice comes. */
  says: string;
  /**
   * Whether a WeChat message is sent of it unless the person says otherwise. Only what concerns his own sign-ups, his own
   * submissions and his own rights (R9); and none without a consent of his for each message.
   */
  on: boolean;
  template: Exclude<MessageTemplate, 'digest'>;
}

const kinds = {
  eventSeat: { name: '候补补上了', says: '我候补的活动空出位子，轮到了我', on: true, template: 'event' },
  eventChanged: { name: '活动有变动', says: '我报名的活动改了时间或地点', on: true, template: 'event' },
  eventCancelled: { name: '活动取消', says: '我报名的活动取消了，或又照常举行', on: true, template: 'event' },
  feedbackAnswered: { name: '投诉建议有答复', says: '我提交的投诉建议有了答复', on: true, template: 'reply' },
  feedbackDue: {
    name: '待答复的投诉建议',
    says: '交给我办的投诉建议，离承诺的日子不远了',
    on: false,
    template: 'reply',
  },
  contentDecided: { name: '内容审核结果', says: '我发布的内容通过了，或没有通过', on: true, template: 'matter' },
  contentAppealed: { name: '申诉结果', says: '我的申诉有了结果', on: true, template: 'matter' },
  roleChanged: { name: '职责变动', says: '我的职责开始、结束或改了期限', on: true, template: 'matter' },
  transferAsked: { name: '转移征求意见', says: '我的转移需要我点头', on: true, template: 'matter' },
  transferSettled: { name: '转移有结果', says: '我的转移办好了，或没有办成', on: true, template: 'matter' },
  joinSettled: { name: '加入申请有结果', says: '我的加入申请通过了，或没有通过', on: true, template: 'matter' },
  dataReady: { name: '我的数据准备好了', says: '我要的数据或表格可以下载了', on: false, template: 'matter' },
  erasureSoon: { name: '注销提醒', says: '我申请的注销快要生效，还能撤回', on: true, template: 'matter' },
} as const satisfies Record<string, KindOfNotice>;

export type NoticeKind = keyof typeof kinds;
export const noticeKindTable: Readonly<Record<NoticeKind, KindOfNotice>> = kinds;
export const noticeKinds = Object.keys(kinds) as [NoticeKind, ...NoticeKind[]];

/** Names by kind, for what a person takes along. */
export const noticeKindNames = Object.fromEntries(
  noticeKinds.map((kind) => [kind, noticeKindTable[kind].name]),
) as Readonly<Record<NoticeKind, string>>;

/** Most characters of a notice's title and of its text. */
export const NOTICE_TITLE_MAX = 40;
export const NOTICE_TEXT_MAX = 200;
/** Days that a notice is kept. */
export const NOTICE_DAYS = 180;
/** Unread notices are counted up to here. */
export const UNREAD_SHOWN_MAX = 99;
/** The page that a WeChat message opens, with the notice's id as `id`; people keep messages, so it stays. */
export const NOTICE_PAGE = 'packages/me/notices/index';
/** Consents to one template that are kept count of: more than a person would ever give. */
export const CONSENTS_MAX = 20;
