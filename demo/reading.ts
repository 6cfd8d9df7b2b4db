import type { ShelfStatus } from '../contract/domains/shelf/constants';

/** What a persona reads: books by title in the order they come to the shelf, and days read, counted back from today. */
export interface DemoReader {
  key: string;
  shelf: readonly (readonly [title: string, status: ShelfStatus])[];
  days: readonly DemoReadingDay[];
}

export interface DemoReadingDay {
  /** Days before today; today itself stays free for the visitor's own first tap. */
  ago: number;
  title: string;
  pages?: number;
  minutes?: number;
  note?: string;
}

export const demoReaders: readonly DemoReader[] = [
  {
    key: 'youth',
    shelf: [
      ['追风筝的人', 'finished'],
      ['三体', 'finished'],
      ['万历十五年', 'want'],
      ['时间简史', 'want'],
      ['朗读者', 'want'],
      ['活着', 'reading'],
      ['红楼梦', 'reading'],
    ],
    days: [
      { ago: 1, title: '红楼梦', pages: 22, note: '第三回。黛玉先看人，再落座，原来是她在记规矩。' },
      { ago: 2, title: '红楼梦', pages: 18, minutes: 25 },
      { ago: 4, title: '活着', pages: 41, note: '福贵卖掉田那天，语气像在说别人家的事。' },
      { ago: 5, title: '活着', minutes: 30 },
      { ago: 8, title: '红楼梦' },
      { ago: 9, title: '红楼梦', pages: 12 },
      { ago: 12, title: '三体', pages: 60, minutes: 70, note: '读完了。最难忘的不是飞船，是红岸的雪。' },
      { ago: 13, title: '三体', pages: 45 },
      { ago: 15, title: '三体' },
      { ago: 19, title: '三体', minutes: 40 },
      { ago: 20, title: '追风筝的人', pages: 35 },
      { ago: 24, title: '追风筝的人' },
      { ago: 27, title: '追风筝的人', pages: 50 },
      { ago: 33, title: '追风筝的人', minutes: 20 },
    ],
  },
  {
    key: 'cadre',
    shelf: [
      ['习近平的七年知青岁月', 'finished'],
      ['我在故宫修文物', 'want'],
      ['邓小平时代', 'reading'],
      ['系统之美', 'reading'],
    ],
    days: [
      { ago: 1, title: '系统之美', minutes: 20, note: '水位不等于水龙头。想起我们的报表。' },
      { ago: 3, title: '系统之美', pages: 15 },
      { ago: 6, title: '邓小平时代', minutes: 40 },
      { ago: 10, title: '邓小平时代', pages: 28 },
      { ago: 17, title: '习近平的七年知青岁月', pages: 33 },
    ],
  },
  {
    key: 'branch-secretary',
    shelf: [
      ['活着', 'finished'],
      ['苍茫大地', 'want'],
      ['人类简史', 'reading'],
    ],
    days: [
      { ago: 2, title: '人类简史', pages: 20 },
      { ago: 3, title: '人类简史', minutes: 15 },
      { ago: 7, title: '活着', pages: 80, note: '重读一遍，好写荐语。' },
    ],
  },
  {
    key: 'secretary',
    shelf: [
      ['系统之美', 'finished'],
      ['中国饭碗', 'reading'],
    ],
    days: [
      { ago: 2, title: '中国饭碗', minutes: 25 },
      { ago: 5, title: '中国饭碗' },
    ],
  },
  {
    key: 'district-youth',
    shelf: [
      ['给孩子讲宇宙', 'want'],
      ['物种起源', 'reading'],
    ],
    days: [{ ago: 1, title: '物种起源', pages: 9, note: '鸽子那一节比想象中好读。' }],
  },
];
