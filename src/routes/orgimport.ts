import { page } from './declare';

const needs = {
  permission: 'org:import',
  title: '组织名单',
  instead: '想一次建好许多组织，可以把名单交给上级组织的管理员导入。',
} as const;

/** 组织名单, in and out. */
export const orgimport = {
  orgLists: page('packages/manage/orgimport/lists', {
    needs,
    menu: { group: 'people', order: 60, title: '组织名单', context: '用表格导入、导出整棵组织树' },
  }),
  orgImport: page<{ id: string }>('packages/manage/orgimport/import', { needs: { ...needs, title: '导入组织名单' } }),
};
