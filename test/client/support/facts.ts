import type { BookRef } from '@contract/shared/book';
import type { EventDetail } from '@contract/domains/event/actions';
import type { RecommendationDetail } from '@contract/domains/recommendation/actions';

const HOUR_MS = 3_600_000;

export const book: BookRef = {
  id: 'b1',
  title: '万历十五年',
  author: '黄仁宇',
  publisher: '三联书店',
  isbn: '9787108009821',
  tone: 'ink',
};
export const otherBook: BookRef = { ...book, id: 'b2', title: '活着', author: '余华', isbn: null };

export const recommendation: RecommendationDetail = {
  id: 'r1',
  book,
  reason: '从平平淡淡的一年看懂一个王朝。',
  recommender: { name: '林书记', orgName: '团市委' },
  publishAt: Date.now() - HOUR_MS,
  state: 'published',
  orgId: 'org1',
  questions: ['问一', '问二', '问三'],
  pointer: '第一章',
  version: 1,
};

export const event: EventDetail = {
  id: 'e1',
  title: '悦读青春诵读会',
  kind: 'recitation',
  place: '市图书馆',
  orgName: '团市委',
  orgId: 'org1',
  startsAt: Date.now() + 72 * HOUR_MS,
  endsAt: Date.now() + 74 * HOUR_MS,
  deadline: Date.now() + 48 * HOUR_MS,
  capacity: 20,
  left: 3,
  waiting: 0,
  cancelled: false,
  mine: { state: 'none' },
  about: '带一首诗来。',
  form: [
    { id: 'q1', label: '朗诵篇目', kind: 'text', required: true, options: [] },
    { id: 'q2', label: '参加方式', kind: 'choice', required: false, options: ['单人', '集体'] },
  ],
  version: 1,
  mayManage: false,
};
