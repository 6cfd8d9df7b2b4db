/** Texts for numbers and times. Times are shown in UTC+8, the zone of the cloud's timers, whatever the laptop's. */

const OFFSET_MS = 8 * 3_600_000;

const inChina = (iso: string): string => new Date(Date.parse(iso) + OFFSET_MS).toISOString();

/** `14:03:22.120` */
export const clock = (iso: string): string => inChina(iso).slice(11, 23);

/** `11-23 14:03:22` */
export const dateTime = (iso: string): string => inChina(iso).slice(5, 19).replace('T', ' ');

/** `2026-11-23 14:03:22` */
export const fullTime = (iso: string): string => inChina(iso).slice(0, 19).replace('T', ' ');

/** `0.42 ms`, `18.3 ms`, `1.25 s` */
export function duration(ms: number): string {
  if (ms >= 1000) return `${(ms / 1000).toFixed(2)} s`;
  return `${ms < 10 ? ms.toFixed(2) : ms.toFixed(1)} ms`;
}

/** `12,345` */
export const count = (value: number): string => value.toLocaleString('en-US');

/** `512 B`, `1.4 MB` */
export function bytes(value: number): string {
  if (value < 1024) return `${value} B`;
  if (value < 1024 ** 2) return `${(value / 1024).toFixed(1)} KB`;
  return `${(value / 1024 ** 2).toFixed(1)} MB`;
}

const UNITS: readonly [number, string][] = [
  [86_400_000, '天'],
  [3_600_000, '小时'],
  [60_000, '分钟'],
  [1000, '秒'],
];

/** `3 分钟后`, `2 小时前` */
export function relative(iso: string, now: number): string {
  const difference = Date.parse(iso) - now;
  const [size, unit] = UNITS.find(([ms]) => Math.abs(difference) >= ms) ?? [1000, '秒'];
  return `${Math.floor(Math.abs(difference) / size)} ${unit}${difference < 0 ? '前' : '后'}`;
}

/** `database.getDocument` as a word. */
export function actionName(action: string): string {
  const name = action.replace(/^database\./, '');
  return ACTIONS[name] ?? name;
}

const ACTIONS: Record<string, string> = {
  addCollection: '建集合',
  insertDocument: '新增',
  getDocument: '查询',
  calculateDocument: '计数',
  modifyDocument: '更新',
  modifyAndReturnDoc: '更新并返回',
  removeDocument: '删除',
  aggregateDocuments: '聚合',
  startTransaction: '开始事务',
  commitTransaction: '提交事务',
  abortTransaction: '回滚事务',
};

/** `{"$date":…}` and other tags as people write them; `undefined` for what is no tag. */
export function tagText(value: Record<string, unknown>): { kind: string; text: string } | undefined {
  const [tag] = Object.keys(value);
  if (tag === undefined || !tag.startsWith('$') || Object.keys(value).length !== 1) return undefined;
  const inner = value[tag];
  if (tag === '$date') {
    const ms = Number((inner as { $numberLong?: string } | null)?.$numberLong ?? inner);
    const time = new Date(Number.isNaN(ms) ? String(inner) : ms);
    return { kind: '时间', text: Number.isNaN(time.getTime()) ? String(inner) : `${fullTime(time.toISOString())} +8` };
  }
  const kind = tag.slice(1);
  return { kind, text: typeof inner === 'string' ? inner : JSON.stringify(inner) };
}
