import * as v from 'valibot';
import { defineAction, limits } from '../../action';
import { importDecisions, importFile, importItem, importPart, importView } from '../../shared/imports';
import { importVerdicts } from '../../shared/imports/constants';
import { sheetFile } from '../../shared/sheets';
import { commandId, cursor, id, page } from '../../shared/values';

const inOrg = { who: 'permitted', permission: 'org:import', scope: 'org in input' } as const;
const ofImport = { who: 'permitted', permission: 'org:import', scope: 'org of the thing' } as const;

const output = v.object({ import: importView });
const common = { kind: 'command', output, errors: [], limit: limits.write } as const;
/** What a list of orgs changes is in nearly everything that an organiser is shown. */
const everything = ['orgimport.', 'org.', 'me.session', 'event.', 'recommendation.', 'home.'];

/** Lists of organisations (组织名单), in and out. */
export const orgimportActions = {
  'orgimport.begin': defineAction({
    ...common,
    summary: '开始导入组织名单',
    access: inOrg,
    input: v.strictObject({ commandId, orgId: id, ...importFile }),
    stale: ['orgimport.list'],
    audited: true,
  }),
  'orgimport.part': defineAction({
    ...common,
    summary: '上传名单文件的一部分',
    access: ofImport,
    input: v.strictObject({ commandId, id, ...importPart }),
    output: v.object({ id }),
    stale: ['orgimport.get', 'orgimport.list'],
    limit: { max: 120, windowSec: 60, counted: 'instance' },
    audited: true,
  }),
  'orgimport.preview': defineAction({
    ...common,
    summary: '文件已传完，核对会新增、改动什么',
    access: ofImport,
    input: v.strictObject({ commandId, id }),
    stale: ['orgimport.'],
    audited: true,
  }),
  'orgimport.decide': defineAction({
    ...common,
    summary: '决定不能确定的行，以后导入不再问',
    access: ofImport,
    input: v.strictObject({ commandId, id, decisions: importDecisions }),
    stale: ['orgimport.'],
    audited: true,
  }),
  'orgimport.apply': defineAction({
    ...common,
    summary: '按核对的结果导入组织名单',
    access: ofImport,
    input: v.strictObject({ commandId, id }),
    stale: everything,
    audited: true,
  }),
  'orgimport.undo': defineAction({
    ...common,
    summary: '一天内整体撤销一次导入',
    access: ofImport,
    input: v.strictObject({ commandId, id }),
    stale: everything,
    audited: true,
  }),
  'orgimport.get': defineAction({
    kind: 'query',
    summary: '一次导入进行到哪里',
    access: ofImport,
    input: v.strictObject({ id }),
    output,
    errors: [],
    limit: limits.read,
    audited: false,
  }),
  'orgimport.rows': defineAction({
    kind: 'query',
    summary: '一次导入会新增、改动哪些行，哪些要决定，哪些有误',
    access: ofImport,
    input: v.strictObject({ id, verdict: v.picklist(importVerdicts), cursor: v.optional(cursor) }),
    output: page(importItem),
    errors: [],
    limit: limits.read,
    audited: false,
  }),
  'orgimport.list': defineAction({
    kind: 'query',
    summary: '近来的导入',
    access: inOrg,
    input: v.strictObject({ orgId: id, cursor: v.optional(cursor) }),
    output: page(importView),
    errors: [],
    limit: limits.read,
    audited: false,
  }),
  'orgimport.export': defineAction({
    kind: 'query',
    summary: '导出一个组织和它下属的全部组织，与导入同一格式',
    access: inOrg,
    input: v.strictObject({ orgId: id }),
    output: sheetFile,
    errors: [],
    limit: limits.read,
    served: 'admin',
    audited: true,
    exports: true,
  }),
};
