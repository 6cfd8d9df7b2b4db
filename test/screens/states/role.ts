import { memberId } from '../../../scripts/seed/documents';
import { refused, unanswered, type States } from '../state';

const city = () => ({ orgId: 'JC' });
const branch = { orgId: 'U01-WX-B01', name: '汉语言文学团支部' };
const secretary = () => ({ orgId: branch.orgId, memberId: memberId('branch-secretary') });

/** 职责. */
export const roleStates: States = {
  'packages/manage/role/org/index': [
    { name: 'city', caption: '全市', persona: 'admin', shows: '授予职责' },
    {
      name: 'branch',
      caption: '一个支部，上级在下面',
      persona: 'admin',
      parameters: () => branch,
      shows: '上级，也管到这里',
    },
    {
      name: 'history',
      caption: '变动',
      persona: 'admin',
      parameters: () => branch,
      shows: '上级，也管到这里',
      steps: (visitor) => visitor.tap('看看'),
    },
    { name: 'secretary', caption: '只看不授予', persona: 'branch-secretary', shows: '在这里任职' },
    refused,
    ...unanswered('admin'),
  ],
  'packages/manage/role/grant/index': [
    { name: 'new', caption: '选人、选职责', persona: 'admin', parameters: city, shows: '什么职责' },
    {
      name: 'term',
      caption: '改任期',
      persona: 'admin',
      parameters: city,
      shows: '什么职责',
      steps: (visitor) => visitor.tap('改'),
    },
    {
      name: 'wrong',
      caption: '有处没写好',
      persona: 'admin',
      parameters: city,
      shows: '什么职责',
      steps: (visitor) => visitor.press('授予'),
    },
    refused,
    ...unanswered('admin', city),
  ],
  'packages/manage/role/person/index': [
    { name: 'secretary', caption: '支部书记', persona: 'admin', parameters: secretary, shows: '能看什么、做什么' },
    {
      name: 'extend',
      caption: '改任期',
      persona: 'admin',
      parameters: secretary,
      shows: '交接给继任者',
      steps: (visitor) => visitor.press('改任期'),
    },
    refused,
    ...unanswered('admin', secretary),
  ],
  'packages/manage/role/who/index': [
    { name: 'events', caption: '谁能办活动', persona: 'admin', parameters: () => branch, shows: '上级的' },
    {
      name: 'which',
      caption: '换一件事',
      persona: 'admin',
      parameters: () => branch,
      shows: '上级的',
      steps: (visitor) => visitor.press('换一件事'),
    },
    refused,
    ...unanswered('admin', () => branch),
  ],
  'packages/manage/role/handover/index': [
    { name: 'ready', caption: '交接', persona: 'admin', parameters: secretary, shows: '继任者' },
    {
      name: 'own',
      caption: '自己交接',
      persona: 'branch-secretary',
      parameters: () => ({ orgId: branch.orgId, memberId: memberId('branch-secretary') }),
      shows: '继任者',
    },
    refused,
    ...unanswered('admin', secretary),
  ],
  'packages/manage/role/waiting/index': [
    { name: 'empty', caption: '没有等着的', persona: 'admin', shows: '没有等着同意的' },
    refused,
    ...unanswered('admin'),
  ],
  'packages/me/role/index': [
    { name: 'secretary', caption: '支部书记', persona: 'branch-secretary', shows: '我能看什么、做什么' },
    {
      name: 'delegate',
      caption: '请人代理',
      persona: 'branch-secretary',
      shows: '我能看什么、做什么',
      steps: (visitor) => visitor.press('请人代理'),
    },
    {
      name: 'named',
      caption: '按姓名找代理人',
      persona: 'cadre',
      shows: '我能看什么、做什么',
      steps: async (visitor) => {
        await visitor.press('请人代理');
        await visitor.press('按姓名找');
        await visitor.type('姓名', '林晓');
        await visitor.press('查找');
        await visitor.sees(/汉语言文学/);
      },
    },
    { name: 'nothing', caption: '没有职责', persona: 'youth', shows: '眼下没有职责' },
    ...unanswered('branch-secretary'),
  ],
  'packages/me/named/index': [
    { name: 'alone', caption: '没有页面在等', persona: 'branch-secretary', shows: /没有页面在等/ },
  ],
  'packages/me/claim/index': [
    { name: 'visitor', caption: '还没有加入', persona: 'visitor', shows: '姓名' },
    { name: 'member', caption: '已是成员', persona: 'youth', shows: '认领码' },
  ],
};
