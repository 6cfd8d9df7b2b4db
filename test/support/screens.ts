import { memberId } from '../../scripts/seed/documents';
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
  'packages/me/rename/index': { shows: '保存' },
  'packages/manage/duty/edit/index': { shows: '哪个小组', parameters: () => ({ orgId: 'JC' }) },
  'packages/manage/role/org/index': { shows: '授予职责' },
  'packages/manage/role/grant/index': { shows: '什么职责', parameters: () => ({ orgId: 'JC' }) },
  'packages/manage/role/person/index': {
    shows: '能看什么、做什么',
    parameters: () => ({ orgId: 'U01-WX-B01', memberId: memberId('branch-secretary') }),
  },
  'packages/manage/role/who/index': { shows: '换一件事', parameters: () => ({ orgId: 'JC' }) },
  'packages/manage/role/handover/index': {
    shows: '继任者',
    parameters: () => ({ orgId: 'U01-WX-B01', memberId: memberId('branch-secretary') }),
  },
  'packages/manage/role/waiting/index': { shows: '没有等着同意的' },
  'packages/me/role/index': { shows: '我能看什么、做什么' },
  'packages/me/named/index': { shows: '没有页面在等' },
  'packages/me/notices/index': { shows: '与我有关' },
  'packages/me/messages/index': { shows: '再同意一次' },
  'packages/me/data/index': { shows: '存了什么' },
  'packages/me/erase/index': { shows: '申请注销' },
  'packages/me/claim/index': { shows: '认领码' },
  // The administrator is no auditor: he is told who reads it.
  'packages/manage/audit/list/index': { shows: '审计记录由审计员查看' },
  'packages/manage/audit/entry/index': { shows: '审计记录由审计员查看', parameters: () => ({ id: 'none' }) },
  'packages/manage/audit/seals/index': { shows: '审计记录由审计员查看' },
  'packages/about/compliance/index': { shows: '符合' },
  'packages/about/licences/index': { shows: 'valibot' },
  'packages/about/about/index': { shows: '主办与备案' },
  'packages/about/feedback/index': { shows: '我提交的' },
  'packages/organise/moderation/queue/index': { shows: '抽查' },
  'packages/organise/moderation/case/index': { shows: '没有找到', parameters: () => ({ id: 'none' }) },
  'packages/me/cases/index': { shows: '没有在审核的' },
  'packages/me/case/index': { shows: '这里没有您的内容', parameters: () => ({ id: 'none' }) },
  'packages/about/ticket/index': { shows: '没有找到这一条', parameters: () => ({ id: 'none' }) },
  'packages/organise/feedback/inbox/index': { shows: '待答复' },
  'packages/manage/org/tree/index': { shows: '全部展开' },
  'packages/org/detail/index': { shows: '秘书学 2301 团支部', parameters: () => ({ id: 'U01-WX' }) },
  'packages/manage/org/create/index': { shows: '编号由系统来编', parameters: () => ({ parentId: 'U01-WX' }) },
  'packages/manage/org/change/index': { shows: '新名称', parameters: () => ({ id: 'U01-WX', kind: 'rename' }) },
  'packages/manage/org/changes/index': { shows: '最近没有改动', parameters: () => ({ id: 'E03' }) },
  'packages/organise/org/invite/index': { shows: '邀请码' },
  'packages/manage/orgimport/lists/index': { shows: '近来的导入' },
  'packages/manage/orgimport/import/index': {
    shows: '这次导入已经过期，请重新选择文件。',
    parameters: () => ({ id: 'none' }),
  },
  'packages/me/transfer/index': { shows: '我的组织' },
  'packages/me/move/index': { shows: '提交申请' },
  'packages/manage/transfer/list/index': { shows: '等答复' },
  'packages/manage/transfer/propose/index': { shows: '从成员里选' },
  'packages/manage/transfer/graduate/index': { shows: '选人' },
  'packages/join/enter/index': { shows: '加入一个组织' },
  'packages/manage/invitation/list/index': { shows: '发一个邀请' },
  'packages/manage/roster/list/index': { shows: '贴上名单' },
  'packages/manage/invitation/requests/index': { shows: '闻溪' },
  'packages/manage/member/list/index': { shows: '新加入的在前' },
  'packages/manage/member/detail/index': { shows: '所在组织', parameters: () => ({ id: memberId('youth') }) },
  'packages/manage/member/propose/index': { shows: '选新账号', parameters: () => ({ id: memberId('youth') }) },
  'packages/me/merge/index': { shows: '生成合并码' },
  'packages/manage/member/pick/index': { shows: '没有页面在等您选人' },
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
