import { act } from './gateway';

/** What a page shows once it is there; and the parameters it is opened with. */
export interface Screen {
  shows: string;
  parameters?: (ids: Ids) => Record<string, string>;
}
export interface Ids {
  book: string;
  recommendation: string;
  event: string;
}

/** Every page, as the persona `admin` sees it. */
export const screens: Record<string, Screen> = {
  'pages/today/index': { shows: '许清和' },
  'pages/shelf/index': { shows: '书记荐书' },
  'pages/events/index': { shows: '厚书薄读' },
  'pages/me/index': { shows: '收到的投诉建议' },
  'packages/book/detail/index': { shows: '还不在您的书架上', parameters: ({ book }) => ({ id: book }) },
  'packages/book/search/index': { shows: '三体', parameters: () => ({ q: encodeURIComponent('三体') }) },
  'packages/book/add/index': { shows: '新书名', parameters: () => ({ title: encodeURIComponent('新书名') }) },
  'packages/organise/book/correct/index': { shows: '保存更正', parameters: ({ book }) => ({ id: book }) },
  'packages/book/recommendation/index': {
    shows: '带着三个问题读',
    parameters: ({ recommendation }) => ({ id: recommendation }),
  },
  'packages/organise/recommendation/write/index': { shows: '三个导读问题' },
  'packages/book/recommendations/index': { shows: '系统之美' },
  'packages/event/detail/index': { shows: '报名名单', parameters: ({ event }) => ({ id: event }) },
  'packages/organise/event/edit/index': { shows: '报名不问问题' },
  'packages/organise/event/roster/index': { shows: '陈望舒', parameters: ({ event }) => ({ id: event }) },
  'packages/checkin/month/index': { shows: '记一笔' },
  'packages/about/about/index': { shows: '主办与备案' },
  'packages/about/feedback/index': { shows: '我提交的' },
  'packages/organise/feedback/inbox/index': { shows: '还没有收到投诉建议' },
  'packages/organise/org/invite/index': { shows: '邀请码' },
};

/** What the pages above are opened with. */
export async function screenIds(url: string): Promise<Ids> {
  const [recommendations, events] = await Promise.all([
    act(url, 'admin', 'recommendation.list', { which: 'visible' }),
    act(url, 'admin', 'event.list', { which: 'managed' }),
  ]);
  const picked = recommendations.items.find(({ book }) => book.title === '系统之美');
  const event = events.items.find(({ title }) => title.startsWith('厚书薄读'));
  return { book: picked?.book.id ?? '', recommendation: picked?.id ?? '', event: event?.id ?? '' };
}
