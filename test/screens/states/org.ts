import { deriveId } from '../../../cloudfunctions/kernel/ids';
import type { Visitor } from '../../e2e/visitor';
import { refused, unanswered, type States } from '../state';

const of = (id: string) => () => ({ id });
const change = (kind: string, id = 'U01-WX') => ({ persona: 'admin', parameters: () => ({ id, kind }) });

/** Finds and chooses where to. */
async function choose(visitor: Visitor, typed: string, name: string): Promise<void> {
  await visitor.type('按名称找', typed);
  await visitor.tap(name);
  await visitor.sees(/随之|没有/);
}

/** 组织: the tree, an org, and its changes. */
export const orgStates: States = {
  'packages/manage/org/tree/index': [
    { name: 'filled', caption: '全市的树', persona: 'admin', shows: /共 \d+ 个组织/ },
    {
      name: 'open',
      caption: '全部展开',
      persona: 'admin',
      shows: /共 \d+ 个组织/,
      steps: (visitor) => visitor.press('全部展开'),
    },
    {
      name: 'found',
      caption: '按首字母找',
      persona: 'admin',
      shows: /共 \d+ 个组织/,
      steps: async (visitor) => {
        await visitor.type('查找', 'wxy');
        await visitor.sees('文学院团总支');
      },
    },
    {
      name: 'nothing',
      caption: '没有找到',
      persona: 'admin',
      shows: /共 \d+ 个组织/,
      steps: async (visitor) => {
        await visitor.type('查找', '子虚乌有');
        await visitor.sees(/没有找到/);
      },
    },
    {
      name: 'chosen',
      caption: '选了一个',
      persona: 'admin',
      shows: /共 \d+ 个组织/,
      steps: async (visitor) => {
        await visitor.tap('共青团临湖区委员会');
        await visitor.sees('下级组织');
      },
    },
    refused,
    ...unanswered('admin'),
  ],
  'packages/org/detail/index': [
    { name: 'member', caption: '自己的支部', persona: 'youth', parameters: of('U01-WX-B01'), shows: '我在这里' },
    {
      name: 'history',
      caption: '历任',
      persona: 'youth',
      parameters: of('JC'),
      shows: '沈知行',
      steps: (visitor) => visitor.tap('历任'),
    },
    {
      name: 'unwritten',
      caption: '职务还没有写',
      persona: 'district-youth',
      parameters: of('D01-B02'),
      shows: /还没有/,
    },
    { name: 'filled', caption: '管理员看', persona: 'admin', parameters: of('U01-WX'), shows: '下级组织' },
    {
      name: 'code',
      caption: '换长期邀请码之前',
      persona: 'branch-secretary',
      parameters: of('U01-WX-B01'),
      shows: '长期邀请码',
      steps: (visitor) => visitor.tap('换新码'),
    },
    {
      name: 'closed',
      caption: '停用了长期邀请码',
      persona: 'admin',
      parameters: of('U01-WX-B02'),
      shows: '长期邀请码',
      steps: async (visitor) => {
        await visitor.tap('停用');
        await visitor.press('停用');
        await visitor.sees('开一个');
      },
    },
    { name: 'root', caption: '最上级', persona: 'admin', parameters: of('JC'), shows: '下级组织' },
    ...unanswered('admin', of('U01-WX')),
  ],
  'packages/manage/org/create/index': [
    { name: 'empty', caption: '刚打开', persona: 'admin', parameters: () => ({ parentId: 'U01-WX' }), shows: '名称' },
    {
      name: 'wrong',
      caption: '没有写名称',
      persona: 'admin',
      parameters: () => ({ parentId: 'U01-WX' }),
      shows: '名称',
      steps: (visitor) => visitor.submit(),
    },
    { ...refused, parameters: () => ({ parentId: 'U01-WX' }) },
  ],
  'packages/manage/org/change/index': [
    { name: 'rename', caption: '更名', ...change('rename'), shows: '新名称' },
    { name: 'move', caption: '移动：选去处', ...change('move'), shows: '移到哪里' },
    {
      name: 'moving',
      caption: '移动：会带动什么',
      ...change('move'),
      shows: '移到哪里',
      steps: (visitor) => choose(visitor, 'gongye', '共青团江城工业大学委员会'),
    },
    {
      name: 'circle',
      caption: '移到自己之下',
      ...change('move'),
      shows: '移到哪里',
      steps: async (visitor) => {
        await visitor.type('按名称找', '秘书学');
        await visitor.tap('秘书学 2301 团支部');
        await visitor.sees(/不能放到/);
      },
    },
    {
      name: 'merge',
      caption: '合并',
      ...change('merge', 'U01-WX-B02'),
      shows: '并入哪里',
      steps: (visitor) => choose(visitor, '汉语言', '汉语言文学 2401 团支部'),
    },
    { name: 'split', caption: '拆分：分下级', ...change('split'), shows: '分过去的下级组织' },
    { name: 'people', caption: '拆分：分成员', ...change('split', 'U01-WX-B01'), shows: '分过去的成员' },
    { name: 'archive', caption: '归档', ...change('archive'), shows: /随之|没有/ },
    { ...refused, parameters: () => ({ id: 'U01-WX', kind: 'rename' }) },
    ...unanswered('admin', () => ({ id: 'U01-WX', kind: 'rename' })),
  ],
  'packages/manage/org/changes/index': [
    { name: 'empty', caption: '还没有', persona: 'admin', parameters: of('E03'), shows: '最近没有改动' },
    {
      name: 'filled',
      caption: '刚改过',
      persona: 'admin',
      parameters: of('G03'),
      steps: async (visitor) => {
        await visitor.ask('org.rename', {
          commandId: deriveId('c', 'screens', 'rename'),
          orgId: 'G03-B01',
          name: '市青少年活动中心团支部',
        });
        await visitor.page.reload();
        await visitor.sees('撤销');
      },
    },
    { ...refused, parameters: of('JC') },
    ...unanswered('admin', of('JC')),
  ],
};
