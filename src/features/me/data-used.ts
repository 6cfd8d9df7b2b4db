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
type Used =
  | 'members'
  | 'books'
  | 'duties'
  | 'orgs'
  | 'orgchanges'
  | 'roleterms'
  | 'rolehandovers'
  | 'shelf'
  | 'desks'
  | 'checkins'
  | 'recommendations'
  | 'events'
  | 'merges'
  | 'invitations'
  | 'invitationBatches'
  | 'joinRequests'
  | 'rosters'
  | 'rosterNames'
  | 'transfers'
  | 'graduations'
  | 'imports'
  | 'feedback'
  | 'moderationCases'
  | 'moderationReports'
  | 'files'
  | 'exports'
  | 'datacounts'
  | 'erasedates'
  | 'cards'
  | 'notices'
  | 'consents';
export const dataUsed: Record<Used, DataUsed> = {
  members: {
    what: '微信用户标识、姓名、所在组织',
    why: '认出您本人，显示您能看的内容',
    seenBy: '标识不给任何人看；姓名用于荐书署名和报名名单',
    kept: UNTIL_ERASED,
  },
  duties: {
    what: '领导小组、班子、支部委员会里的姓名、职务与任期',
    why: '让大家知道事情找谁',
    seenBy: '本组织及下级组织的成员',
    kept: `历任也保留，${UNTIL_ERASED}；写错删去的 30 天后自动删除`,
  },
  orgs: {
    what: '拆分组织时要分出的成员（内部编号）',
    why: '把人分到新的组织',
    seenBy: '系统管理人员',
    kept: `分完即删；组织本身保留，${UNTIL_ERASED}`,
  },
  orgchanges: {
    what: '谁改动了组织（内部编号）',
    why: '改错了能撤销',
    seenBy: '有权管理这个组织的人',
    kept: '满 400 天后自动删除',
  },
  roleterms: {
    what: '担任的职责与任期、由谁办理',
    why: '职责有始有终，查得到是谁办的',
    seenBy: '您自己和有权查看职责的人',
    kept: UNTIL_ERASED,
  },
  rolehandovers: {
    what: '交接由谁办理（内部编号）',
    why: '办错了能撤销',
    seenBy: '系统管理人员',
    kept: '一天，过期后自动删除',
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
  merges: {
    what: '两个账号合并：哪两个、提出时写的情况、结果',
    why: '换了手机或微信，记录不丢',
    seenBy: '您自己和提出的支部书记',
    kept: '结束后留 90 天，过期后自动删除',
  },
  transfers: {
    what: '转入转出：从哪到哪、一句话说明与答复',
    why: '办理转接、离开与毕业去向',
    seenBy: '您自己、转出和转入组织的书记',
    kept: '办结 180 天后自动删除',
  },
  graduations: {
    what: '谁办了毕业转出（内部编号）',
    why: '办错了能撤销',
    seenBy: '经办人自己',
    kept: '满 180 天后自动删除',
  },
  imports: {
    what: '谁导入了组织名单（内部编号）',
    why: '导错了能整体撤销',
    seenBy: '系统管理人员',
    kept: '七天，过期后自动删除',
  },
  invitations: {
    what: '您发出的邀请（内部编号）',
    why: '请人加入组织',
    seenBy: '管理这个组织的人',
    kept: '邀请过期 90 天后自动删除',
  },
  invitationBatches: {
    what: '您成批发出的邀请（内部编号）',
    why: '请人加入下属支部',
    seenBy: '管理这个组织的人',
    kept: '邀请过期 90 天后自动删除',
  },
  joinRequests: {
    what: '加入申请：您填的称呼与答复',
    why: '由支部同意是否加入',
    seenBy: '您自己与有权同意的人',
    kept: '到期 30 天后自动删除',
  },
  rosters: {
    what: '谁导入了支部在等的人的名单（内部编号）',
    why: '知道名单是谁的',
    seenBy: '系统管理人员',
    kept: '到名单上写明的日子，过期后自动删除',
  },
  rosterNames: {
    what: '支部在等的人的姓名，只存不能还原的编号',
    why: '您加入时认出您在名单上',
    seenBy: '没有人看得到名字，支部只看到对上了几人',
    kept: '最多 180 天，过期后自动删除',
  },
  feedback: {
    what: '投诉建议的内容与往来',
    why: '办理与答复',
    seenBy: '您自己与管理员；匿名的不显示姓名',
    kept: `${UNTIL_ERASED}；没有加入的人提交的两年，过期后自动删除`,
  },
  files: {
    what: '您上传的图片（拍摄地点等信息收下时即去掉）',
    why: '把事情说清楚',
    seenBy: '您自己与能看所属内容的人',
    kept: '随所属内容保留；传了没用的，过期后自动删除',
  },
  erasedates: {
    what: '您的记录哪天删除（申请注销后，或同意到期）',
    why: '到时候删除',
    seenBy: '仅您自己',
    kept: '记录删除时一起删除，最迟满 40 天后自动删除',
  },
  datacounts: {
    what: '“我的数据”里各项的条数',
    why: '让您知道存了多少',
    seenBy: '仅您自己',
    kept: '一天，过期后自动删除',
  },
  exports: {
    what: '您导出的文件、导出时间与用途',
    why: '文件有水印，查得到是谁导出的',
    seenBy: '您自己',
    kept: '一天，过期后自动删除',
  },
  cards: {
    what: '今日上的提示：报名的活动、投诉建议的答复、看过哪些变动',
    why: '到时候提醒您',
    seenBy: '仅您自己',
    kept: '提示过期后自动删除',
  },
  moderationCases: {
    what: '您写的、等待审核或没有通过的内容，理由与申诉',
    why: '先看过再让别人看到，让您知道理由、可以申诉',
    seenBy: '本人与审核员；审核员看不到是谁写的',
    kept: '没通过的内容在 14 天申诉期满后删除；记录通过的 30 天、没通过的 400 天，过期后自动删除',
  },
  moderationReports: {
    what: '您举报了什么、理由',
    why: '请人看一看别人反映的内容',
    seenBy: '只有审计员能看到是谁举报的',
    kept: '处理完再留 90 天，过期后自动删除',
  },
  notices: {
    what: '您的报名、提交和职责有变动时的通知',
    why: '让您在一处看到与自己有关的事',
    seenBy: '只有您自己',
    kept: '每条 180 天后自动删除',
  },
  consents: {
    what: '您同意接收微信消息的次数、每周上限与免打扰时段',
    why: '只在您同意时、在您愿意的时候发消息',
    seenBy: '只有您自己',
    kept: UNTIL_ERASED,
  },
};

/** What this phone itself holds (docs/adr/0011). */
export const onThisPhone =
  '为了没有网络时也能看，手机里留着您最近看过的今日、书架、活动、荐书和阅读记录，最多 30 天。没写完的草稿、搜过的书名和报名时答过的内容只存在这部手机里。报名名单、邀请码和已提交的投诉建议不留在手机里。';

/** What many such programs collect and this one does not. */
export const neverUsed = '不采集手机号、生日、位置、通讯录，不统计在线时长，不给个人排名，也没有“谁没打卡”的名单。';
