import type { FeedbackKind } from '../contract/domains/feedback/constants';

/** What somebody of the demo city has said, and what came of it; hours before now. */
export interface DemoTicket {
  key: string;
  by: string;
  kind: FeedbackKind;
  text: string;
  hoursAgo: number;
  anonymous?: true;
  takenBy?: string;
  turns?: readonly { from: 'person' | 'office'; text: string; hoursAgo: number }[];
  closed?: true;
}

export const demoTickets: readonly DemoTicket[] = [
  {
    key: 'lights',
    by: 'cadre',
    kind: 'suggestion',
    text: '市图书馆二楼晚上八点就关灯，能不能延到九点？下班赶过去，只能坐半个小时。',
    hoursAgo: 24 * 6,
    takenBy: 'admin',
  },
  {
    key: 'signup',
    by: 'cadre',
    kind: 'question',
    text: '候补轮到我的时候，如果那天去不了，要不要说一声？',
    hoursAgo: 24 * 9,
    turns: [{ from: 'office', text: '在活动页点“退出”就行，位子马上给后面的人。', hoursAgo: 24 * 7 }],
  },
  {
    key: 'late',
    by: 'district-youth',
    kind: 'fault',
    text: '旧手机上打开书架要等很久，封面一张一张出来。',
    hoursAgo: 24 * 13,
  },
  {
    key: 'again',
    by: 'district-youth',
    kind: 'complaint',
    text: '活动通知写的是三楼，到了才知道在一楼，白爬了两趟。',
    hoursAgo: 24 * 8,
    anonymous: true,
    turns: [
      { from: 'office', text: '对不起，地点已经改正，以后改了会提前告诉报名的人。', hoursAgo: 24 * 5 },
      { from: 'person', text: '这次的又写错了，请再看一看。', hoursAgo: 20 },
    ],
  },
  {
    key: 'done',
    by: 'cadre',
    kind: 'suggestion',
    text: '荐书能不能附上哪一页先读？',
    hoursAgo: 24 * 30,
    turns: [{ from: 'office', text: '已经有了：每条荐书下面都写着先读哪十分钟。', hoursAgo: 24 * 27 }],
    closed: true,
  },
];
