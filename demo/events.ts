import type { FormField } from '../contract/shared/participation';
import type { EventKind } from '../contract/domains/event/constants';
import { chunjiang, fangzhimin, huanghelou, luxun, qingchun, yueyang } from './texts';

/** `19:30` */
type Time = `${number}:${number}`;

/** An event of the demo city. */
export interface DemoEvent {
  key: string;
  orgId: string;
  /** Key of the member who runs it. */
  by: string;
  title: string;
  kind: EventKind;
  place: string;
  about: string;
  /** Days from today, negative for one that is past; Shanghai time. */
  day: number;
  from: Time;
  to: Time;
  /** When sign-up ends: so many days before. */
  closes: { daysBefore: number; at: Time };
  capacity: number;
  form: readonly FormField[];
  /** Keys of those who signed up, in order; beyond the capacity they wait. `youth:7` means the first seven youths. */
  signups: readonly string[];
  /** Keys of those who gave their place back, so that the next moves up. */
  leaves?: readonly string[];
  /** Called off by who runs it, after they had signed up. */
  calledOff?: true;
}

const piece: FormField = {
  id: 'piece',
  label: '想读哪一篇',
  kind: 'choice',
  required: true,
  options: ['自选', '由主持人分配', '只听不读'],
};
const seat: FormField = {
  id: 'seat',
  label: '是否需要轮椅席位',
  kind: 'choice',
  required: false,
  options: ['需要', '不需要'],
};
const wish: FormField = { id: 'wish', label: '想听大家聊什么', kind: 'text', required: false, options: [] };

export const demoEvents: readonly DemoEvent[] = [
  {
    key: 'jiangpan',
    orgId: 'JC',
    by: 'secretary',
    title: '春江花月夜：江畔诵读',
    kind: 'recitation',
    place: '望江区滨江书屋二楼露台',
    about: `就着江风读一首写江的诗。每人一段，读错了重来，没有评分，也不录像。茶水自取。\n\n${chunjiang}`,
    day: 4,
    from: '19:00',
    to: '20:30',
    closes: { daysBefore: 1, at: '19:00' },
    capacity: 6,
    form: [piece],
    signups: [
      'youth-07',
      'youth-15',
      'youth-21',
      'youth-02',
      'youth-25',
      'district-youth',
      'youth-10',
      'youth',
      'youth-12',
    ],
  },
  {
    key: 'yuedu',
    orgId: 'JC',
    by: 'secretary',
    title: '“悦读青春 书香江城”诵读分享',
    kind: 'recitation',
    place: '江城市图书馆一楼报告厅',
    about: `一人三分钟，读一段自己喜欢的文字，也说一句为什么。下面几篇可以选，也可以自带。\n\n${qingchun}\n\n${luxun}\n\n${fangzhimin}`,
    day: 9,
    from: '14:30',
    to: '16:30',
    closes: { daysBefore: 2, at: '18:00' },
    capacity: 20,
    form: [piece, seat, wish],
    signups: ['youth:17', 'branch-secretary', 'cadre'],
  },
  {
    key: 'shida',
    orgId: 'U01',
    by: 'u01-secretary',
    title: '黄鹤楼下：师大晨读',
    kind: 'recitation',
    place: '江城师范大学 图书馆前草坪',
    about: `早上七点，四十分钟，读完吃早饭。雨天改在一楼大厅。\n\n${huanghelou}\n\n${yueyang}`,
    day: 2,
    from: '07:00',
    to: '07:40',
    closes: { daysBefore: 1, at: '20:00' },
    capacity: 40,
    form: [],
    signups: ['youth:5', 'branch-secretary'],
  },
  {
    key: 'honglou',
    orgId: 'U01-WX-B01',
    by: 'branch-secretary',
    title: '《红楼梦》第三回共读',
    kind: 'readingClub',
    place: '文学院 305 教室',
    about: '只读第三回前半，边读边停。没有读过也可以来，现场有书。',
    day: 6,
    from: '19:00',
    to: '20:30',
    closes: { daysBefore: 1, at: '20:00' },
    capacity: 25,
    form: [wish],
    signups: ['youth-01', 'youth'],
  },
  {
    // By the secretary of the city, for one branch: only its members see it.
    key: 'zoujin',
    orgId: 'U01-WX-B01',
    by: 'secretary',
    title: '书记来支部：一起读半本《乡土中国》',
    kind: 'readingClub',
    place: '文学院 305 教室',
    about: '团市委书记到支部来，和大家一起读前七章，读到哪里聊到哪里。不用准备发言，带一个疑问就行。',
    day: 8,
    from: '19:00',
    to: '20:30',
    closes: { daysBefore: 1, at: '19:00' },
    capacity: 30,
    form: [wish],
    signups: ['youth-02', 'branch-secretary'],
  },
  {
    key: 'yingchun',
    orgId: 'U01',
    by: 'u01-secretary',
    title: '樱顶夜读',
    kind: 'readingClub',
    place: '江城师范大学 老图书馆 201',
    about: '一盏灯，一本书，一个半小时。座位不多，来了就安静坐下。',
    day: 5,
    from: '19:00',
    to: '20:30',
    closes: { daysBefore: 1, at: '19:00' },
    capacity: 3,
    form: [],
    signups: ['youth-04', 'youth-05', 'youth-06', 'youth'],
    leaves: ['youth-05'],
  },
  {
    key: 'caochang',
    orgId: 'U01',
    by: 'u01-secretary',
    title: '操场星空朗读',
    kind: 'recitation',
    place: '江城师范大学 东操场',
    about: '关掉灯，读三首写夜晚的诗。',
    day: 7,
    from: '20:00',
    to: '20:45',
    closes: { daysBefore: 1, at: '20:00' },
    capacity: 60,
    form: [],
    signups: ['youth-04', 'youth'],
    calledOff: true,
  },
  {
    key: 'houshu',
    orgId: 'JC',
    by: 'admin',
    title: '厚书薄读：一本大书怎样读下去',
    kind: 'lecture',
    place: '江城市图书馆三楼 2 号厅',
    about: '请三位把一本厚书真正读完的人，讲讲他们停在哪里、怎样又拿起来。不推荐书单，只谈办法。',
    day: 13,
    from: '14:30',
    to: '16:30',
    closes: { daysBefore: 1, at: '19:00' },
    capacity: 120,
    form: [seat],
    signups: ['cadre', 'youth-04', 'youth-18'],
  },
  {
    key: 'wangjiang',
    orgId: 'D01',
    by: 'd01-secretary',
    title: '滨江夜读角',
    kind: 'readingClub',
    place: '滨江街道青年之家',
    about: '带一本正在读的书来，安静读一个小时，再聊二十分钟。九点准时散场。',
    day: 1,
    from: '19:30',
    to: '21:00',
    closes: { daysBefore: 0, at: '12:00' },
    capacity: 12,
    form: [],
    signups: ['district-youth', 'youth-15', 'youth-16'],
  },
  {
    key: 'qiuri',
    orgId: 'JC',
    by: 'secretary',
    title: '秋日开卷：第一次见面',
    kind: 'readingClub',
    place: '江城市图书馆一楼报告厅',
    about: '每人带一本今年读过的书，用三分钟说说它留下了什么。说不出也没有关系，把书名告诉大家就好。',
    day: -12,
    from: '14:30',
    to: '16:30',
    closes: { daysBefore: 1, at: '18:00' },
    capacity: 40,
    form: [],
    signups: ['youth', 'cadre', 'youth:9', 'branch-secretary', 'district-youth'],
  },
  {
    key: 'jiashu',
    orgId: 'U01-WX-B01',
    by: 'branch-secretary',
    title: '读一封家书',
    kind: 'recitation',
    place: '文学院 305 教室',
    about: '一人读一封家书，写信的人可以是古人，也可以是自己的父母。只读不评。',
    day: -5,
    from: '19:00',
    to: '20:00',
    closes: { daysBefore: 1, at: '20:00' },
    capacity: 25,
    form: [],
    signups: ['youth', 'youth-01', 'youth-02', 'youth-03'],
  },
];
