/** What is moderated: the kinds of things that carry a person's words, pictures or sound before others. */
export const moderatedKinds = ['recommendation', 'event', 'invitation', 'joinAnswer', 'name', 'file'] as const;
export type ModeratedKind = (typeof moderatedKinds)[number];
export const moderatedKindNames: Record<ModeratedKind, string> = {
  recommendation: '荐书',
  event: '活动',
  invitation: '邀请备注',
  joinAnswer: '入会答复',
  name: '姓名',
  file: '图片、声音或视频',
};

/** Why there is a case: a first publication, a change of what stands, a reader's report, a sample of what passed. */
export const causes = ['publication', 'edit', 'report', 'sample'] as const;
export type Cause = (typeof causes)[number];
export const causeNames: Record<Cause, string> = {
  publication: '首次发布',
  edit: '修改',
  report: '读者举报',
  sample: '抽查',
};

/**
 * How a case stands. `pending`: no verdict yet, the service could not be asked; `review`: a person has to look; `overtaken`:
 * the author has written it anew since, or it is gone.
 */
export const caseStates = ['pending', 'review', 'visible', 'rejected', 'overtaken'] as const;
export type CaseState = (typeof caseStates)[number];

/** Lists of the queue: what waits for its first verdict, appeals, reports, samples, and what is over. */
export const queues = ['first', 'appeal', 'report', 'sample', 'done'] as const;
export type Queue = (typeof queues)[number];
export const queueNames: Record<Queue, string> = {
  first: '待审核',
  appeal: '申诉',
  report: '举报',
  sample: '抽查',
  done: '已处理',
};

/** Why a text did not pass at once. */
export const holdReasons = [
  'words',
  'risky',
  'review',
  'down',
  'slow',
  'quota',
  'token',
  'visit',
  'unknown',
  'media',
  'video',
  'looked',
] as const;
export type HoldReason = (typeof holdReasons)[number];
/** For the moderator. */
export const holdReasonNames: Record<HoldReason, string> = {
  words: '含本地词表里的词',
  risky: '微信内容安全判定有风险',
  review: '微信内容安全建议人工看',
  down: '微信内容安全暂时不可用',
  slow: '微信内容安全没有及时答复',
  quota: '微信内容安全当日次数用完',
  token: '这次调用不能请求微信内容安全',
  visit: '作者两小时内没有打开过小程序',
  unknown: '微信内容安全的答复无法识别',
  media: '等微信推送结果',
  video: '视频一律由人审核',
  looked: '已发布的内容，请人看一看',
};

/** Reasons of a decision, from which one is chosen; `other` needs words. */
export const decisionReasons = [
  'advertising',
  'contact',
  'insult',
  'rumour',
  'privacy',
  'illegal',
  'offTopic',
  'other',
] as const;
export type DecisionReason = (typeof decisionReasons)[number];
export const decisionReasonNames: Record<DecisionReason, string> = {
  advertising: '广告推销',
  contact: '引导私下联系或转账',
  insult: '辱骂或攻击他人',
  rumour: '不实信息',
  privacy: '泄露他人隐私',
  illegal: '违反法律法规',
  offTopic: '与这里的用途无关',
  other: '其他',
};

/** What a reader may say of what he reports. */
export const reportReasons = decisionReasons;

/** Minutes for which somebody who has taken a case has it to himself. */
export const LEASE_MINUTES = 10;
/** Cases that are turned down as advertising by one command. */
export const BULK_MAX = 50;
/** Days in which the author may appeal, and for which the text of what was turned down is kept, sealed. */
export const APPEAL_DAYS = 14;
/** Hours in which a decision can be taken back. */
export const UNDO_HOURS = 24;
export const WORDS_MAX = 200;
export const APPEAL_MAX = 500;
/** Most characters of a text in a list of cases. */
export const EXCERPT_MAX = 80;
