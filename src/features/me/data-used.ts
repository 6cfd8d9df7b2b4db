/** One kind of personal data: what, why, who sees it, how long it is kept. */
export interface DataUsed {
  what: string;
  why: string;
  seenBy: string;
  kept: string;
}

const UNTIL_ERASED = '到您要求删除为止';

/**
 * What the about page says of personal data (rule R7). Says in a reader's words what `collections.ts`
 * of each domain declares as `personal` and `retention`; a test holds the two together.
 */
type Used = 'members' | 'books' | 'shelf' | 'desks' | 'checkins' | 'recommendations' | 'events' | 'feedback' | 'cards';
export const dataUsed: Record<Used, DataUsed> = {
  members: {
    what: '微信用户标识、姓名、所在组织',
    why: '认出您本人，显示您能看的内容',
    seenBy: '标识不给任何人看；姓名用于荐书署名和报名名单',
    kept: UNTIL_ERASED,
  },
  books: {
    what: '谁录入了书目（内部编号）',
    why: '写错了找得到人更正',
    seenBy: '系统管理人员',
    kept: UNTIL_ERASED,
  },
  shelf: { what: '书架（想读、在读、读完）', why: '记住您在读什么', seenBy: '仅您自己', kept: UNTIL_ERASED },
  desks: { what: '案头（在读的书）', why: '今日一打开就能记', seenBy: '仅您自己', kept: UNTIL_ERASED },
  checkins: {
    what: '阅读记录、页数、分钟、心得（都可不填）',
    why: '给您自己看的记录',
    seenBy: '仅您自己',
    kept: `${UNTIL_ERASED}；移除的一笔留 7 天供撤销`,
  },
  recommendations: {
    what: '荐书人姓名与所在组织',
    why: '荐书要署名',
    seenBy: '能看到这条荐书的人',
    kept: UNTIL_ERASED,
  },
  events: {
    what: '报名的先后、姓名与报名表的回答',
    why: '按先后排席位与候补，让组织者安排活动',
    seenBy: '活动组织者',
    kept: '活动结束 400 天后自动删除',
  },
  feedback: { what: '投诉建议的内容', why: '办理与答复', seenBy: '您自己与管理员', kept: UNTIL_ERASED },
  cards: {
    what: '今日上的提示：报名的活动、投诉建议的答复、看过哪些变动',
    why: '到时候提醒您',
    seenBy: '仅您自己',
    kept: '提示过期后自动删除',
  },
};

/** What this phone itself holds (docs/adr/0011). */
export const onThisPhone =
  '为了没有网络时也能看，手机里留着您最近看过的今日、书架、活动、荐书和阅读记录，最多 30 天。没写完的草稿、搜过的书名和报名时答过的内容只存在这部手机里。报名名单、邀请码和已提交的投诉建议不留在手机里。';

/** What many such programs collect and this one does not. */
export const neverUsed = '不采集手机号、生日、位置、通讯录，不统计在线时长，不给个人排名，也没有“谁没打卡”的名单。';
