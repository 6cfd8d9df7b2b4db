import { importId } from '../imports';
import { refused, unanswered, type States } from '../state';

const of = (file: Parameters<typeof importId>[0]) => () => ({ id: importId(file) });

/** 组织名单. */
export const orgimportStates: States = {
  'packages/manage/orgimport/lists/index': [
    { name: 'filled', caption: '近来的导入', persona: 'admin', shows: /等待确认/ },
    refused,
    ...unanswered('admin'),
  ],
  'packages/manage/orgimport/import/index': [
    { name: 'ambiguous', caption: '有一行要决定', persona: 'admin', parameters: of('ready'), shows: /是新的组织/ },
    {
      name: 'decided',
      caption: '选了，还没有确认',
      persona: 'admin',
      parameters: of('ready'),
      shows: /是新的组织/,
      steps: async (visitor) => {
        await visitor.tap('是新的组织');
        await visitor.sees('确认 1 个决定');
      },
    },
    {
      name: 'changed',
      caption: '从什么改成什么',
      persona: 'admin',
      parameters: of('ready'),
      shows: /改动 1/,
      steps: (visitor) => visitor.tap(/^改动 1$/),
    },
    { name: 'wrong', caption: '几处有误', persona: 'admin', parameters: of('wrong'), shows: /有误，没有导入/ },
    { name: 'same', caption: '没有要改的', persona: 'admin', parameters: of('same'), shows: /没有要改的/ },
    { name: 'done', caption: '已导入', persona: 'admin', parameters: of('done'), shows: /整体撤销/ },
    { name: 'gone', caption: '已经过期', persona: 'admin', parameters: () => ({ id: 'none' }), shows: /已经过期/ },
    { ...refused, parameters: of('ready') },
    ...unanswered('admin', of('ready')),
  ],
};
