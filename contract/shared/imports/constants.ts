import { DAY_MS } from '../../durations';

/** Largest file, in bytes. */
export const IMPORT_MAX_BYTES = 2 * 1024 * 1024;
/** Bytes of the file in one part: 60,000 characters of base64, which a call carries. */
export const IMPORT_PART_BYTES = 45_000;
/** Within this time an import can be undone as a whole. */
export const IMPORT_UNDO_MS = DAY_MS;
/** Within this time a preview can be carried out; after it the file is read anew. */
export const IMPORT_APPLY_MS = 3 * DAY_MS;
/** Most decisions sent at once. */
export const IMPORT_DECISIONS_MAX = 200;

/** `reading` is also while a decision is being worked in; `wrong`: nothing can be imported as the file is. */
export const importStates = [
  'uploading',
  'reading',
  'wrong',
  'ready',
  'applying',
  'applied',
  'undoing',
  'undone',
] as const;
export type ImportState = (typeof importStates)[number];

export const importStateNames: Record<ImportState, string> = {
  uploading: '正在上传',
  reading: '正在核对',
  wrong: '文件有误',
  ready: '等待确认',
  applying: '正在导入',
  applied: '已导入',
  undoing: '正在撤销',
  undone: '已撤销',
};

/**
 * What becomes of a row: it is new, changes what is there, could be either of several, is not in the file any more, is
 * taken for another by decision without any change, or cannot be read.
 */
export const importVerdicts = ['ambiguous', 'added', 'changed', 'missing', 'same', 'wrong'] as const;
export type ImportVerdict = (typeof importVerdicts)[number];

export const importVerdictNames: Record<ImportVerdict, string> = {
  ambiguous: '要您决定',
  added: '新增',
  changed: '改动',
  missing: '文件里没有',
  same: '已认定，不变',
  wrong: '有误',
};

/** How far a row has come: nothing to do, to be done, done, left as it is, taken back, left when all was taken back. */
export const importItemStates = ['none', 'waiting', 'done', 'left', 'undone', 'kept'] as const;
export type ImportItemState = (typeof importItemStates)[number];

export const importItemStateNames: Record<ImportItemState, string> = {
  none: '',
  waiting: '',
  done: '已导入',
  left: '没有导入',
  undone: '已撤销',
  kept: '没有撤销',
};

/** Whether something is under way, and the page asks again by itself. */
export const isImportBusy = (state: ImportState): boolean =>
  state === 'reading' || state === 'applying' || state === 'undoing';
