/*
 * What a committee decides about the product: plain values, read by server and client alike. A change is a commit.
 */

import type { MessageTemplate } from './shared/notices/constants';

/** A template of WeChat's subscription messages, as it was chosen in 公众平台. */
interface Template {
  /** Its title there. */
  name: string;
  /** Keys of its fields: for the notice's title, its text and its time. */
  fields: { title: string; text: string; time: string };
}

/** Hours of the day in Shanghai, 0 to 23: from the first, up to the second, over midnight where that is smaller. */
interface Hours {
  from: number;
  to: number;
}

interface Config {
  /** Working days within which 投诉建议 is answered, and days after an answer after which it is closed by itself. */
  feedback: { workdays: number; closeDays: number };
  /**
   * Whether the city's own roles (`isCityOwn` of the role table) need a second person: who gives one proposes it, and it
   * counts when another administrator has agreed.
   */
  secondApproval: { on: boolean; days: number };
  /** After how many days the names that a branch expects are erased when nothing else is said, and at the latest. */
  roster: { days: number; maxDays: number };
  /**
   * How words of people's are checked before others see them. `samplePercent`: of what passed at once, the share that a
   * person looks at; `deadlineMs`: how long an author waits for WeChat's answer before the text is kept pending.
   */
  moderation: { samplePercent: number; deadlineMs: number };
  /**
   * WeChat messages to people (docs/mechanisms/notices.md): at most so many a week, which each may lower; the hours in
   * which none is sent, unless he says others; the templates, whose ids are the deployer's (`MESSAGE_TEMPLATES`).
   */
  messages: { perWeek: number; quiet: Hours; templates: Readonly<Record<MessageTemplate, Template>> };
}

export const config: Config = {
  feedback: { workdays: 5, closeDays: 14 },
  secondApproval: { on: false, days: 14 },
  roster: { days: 90, maxDays: 180 },
  moderation: { samplePercent: 2, deadlineMs: 1500 },
  messages: {
    perWeek: 3,
    quiet: { from: 22, to: 8 },
    templates: {
      event: { name: '活动变动提醒', fields: { title: 'thing1', text: 'thing2', time: 'time3' } },
      reply: { name: '意见反馈处理通知', fields: { title: 'thing1', text: 'thing2', time: 'time3' } },
      matter: { name: '审核结果通知', fields: { title: 'thing1', text: 'thing2', time: 'time3' } },
      digest: { name: '新消息汇总', fields: { title: 'thing1', text: 'thing2', time: 'time3' } },
    },
  },
};
