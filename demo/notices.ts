import type { NoticeKind } from '../contract/shared/notices/constants';

/** What somebody of the demo city has been told. */
export interface DemoNotice {
  to: string;
  kind: NoticeKind;
  /** The key of an event, or an id as it is. */
  event?: string;
  title: string;
  text: string;
  hoursAgo: number;
  read?: true;
}

export const demoNotices: readonly DemoNotice[] = [
  {
    to: 'youth',
    kind: 'eventSeat',
    event: 'shida',
    title: '候补补上了',
    text: '“黄鹤楼下：师大晨读”空出一个位子，已经为您报上名。不去的话，请在活动页退出，让给后面的人。',
    hoursAgo: 3,
  },
  {
    to: 'youth',
    kind: 'eventChanged',
    event: 'shida',
    title: '活动改了地点',
    text: '您报名的活动换了地点，时间不变。点开看看新的地点。',
    hoursAgo: 27,
  },
  {
    to: 'youth',
    kind: 'transferSettled',
    title: '转接没有办成',
    text: '对方支部请您先和原支部说好，再来申请。',
    hoursAgo: 24 * 9,
    read: true,
  },
  {
    to: 'branch-secretary',
    kind: 'roleChanged',
    title: '您的职责有变动',
    text: '支部书记的任期写明了：到明年六月底。',
    hoursAgo: 24 * 4,
    read: true,
  },
];
