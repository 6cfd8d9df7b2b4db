import type { CaseState, DecisionReason, HoldReason } from '../contract/domains/moderation/constants';

/*
 * What waits for a moderator in the demo city, was turned down and is appealed against. Persons by their keys in
 * `members.ts`; texts made up.
 */

interface DemoCase {
  key: string;
  /** Who wrote it, and in which org. */
  by: string;
  orgId: string;
  why: HoldReason;
  found?: readonly string[];
  hoursAgo: number;
  /** Turned down by a moderator of the city, and what the author says against it. */
  rejected?: { reason: DecisionReason; words: string; appeal?: string };
}

/** Recommendations that nobody else sees yet. */
export interface DemoKept extends DemoCase {
  title: string;
  reason: string;
  questions: readonly [string, string, string];
  pointer: string;
}

export const demoKept: readonly DemoKept[] = [
  {
    ...{ key: 'kept-group', by: 'd01-secretary', orgId: 'D01', why: 'words', found: ['扫码加群'], hoursAgo: 5 },
    title: '中国饭碗',
    reason: '读完想听听乡镇同志的说法。愿意一起读的，到区团委门口扫码加群，每周三晚上聊一章。',
    questions: ['一亩地的账，书里怎么算？', '你家里谁还记得粮票？', '哪一页让你想回一趟老家？'],
    pointer: '先读讲种子的那一章。',
  },
  {
    ...{ key: 'kept-appeal', by: 'd01-secretary', orgId: 'D01', why: 'review', hoursAgo: 50 },
    title: '万历十五年',
    reason: '书里人人都讲道理，事却一件也办不成，骂的就是我们自己遇事先找文件。读着脸红，所以要读。',
    questions: ['你最近一次先找文件是什么时候？', '书里谁最想把事办成？', '少一道手续，谁会更难？'],
    pointer: '先读第一章，半小时读得完。',
    rejected: {
      reason: 'insult',
      words: '“骂”字容易被看成骂人，请换个说法。',
      appeal: '这是转述书里的观点，说的是我们自己，没有骂任何人。',
    },
  },
];

/** A note beside the second invitation of `moving.ts`, left out since. */
export const demoNote: DemoCase & { text: string } = {
  ...{ key: 'note', by: 'branch-secretary', orgId: 'U01-WX-B01', why: 'words', found: ['加我微信'], hoursAgo: 26 },
  text: '秋季转来的，加我微信发学号',
  rejected: { reason: 'contact', words: '请不要留个人联系方式，可以写“到支部活动室登记”。' },
};

/** Somebody’s new name, for which WeChat’s check was not there. */
export const demoName: DemoCase & { name: string; state: CaseState } = {
  ...{ key: 'name', by: 'cadre', orgId: 'JC-XC', why: 'down', hoursAgo: 2 },
  name: '陈望舒（宣传部）',
  state: 'pending',
};

/** What is up and is to be looked at: reported by a reader, or drawn as a sample. By keys in `recommendations.ts`. */
export const demoLooks: readonly { of: string; hoursAgo: number; reported?: { by: string; reason: DecisionReason } }[] =
  [
    { of: 'systems', hoursAgo: 20, reported: { by: 'youth', reason: 'offTopic' } },
    { of: 'sanshijiang', hoursAgo: 30 },
  ];
