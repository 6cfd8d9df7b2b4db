import { DAY_MS } from '../../../../contract/durations';
import type { WaitingItem } from '../../../../contract/shared/waiting';
import type { TransferDoc } from '../collections';

/** What is read of a movement to show it on 我的. */
export const waitingFields = [
  ...(['kind', 'state', 'toId', 'toName', 'fromName', 'proposed', 'at', 'until', 'closedAt', 'settledAt'] as const),
] as const;
export type Waiting = Pick<TransferDoc, '_id' | (typeof waitingFields)[number]>;

/** How long a request waits with an org alone before those above it are asked as well. */
export const ALONE_MS = 14 * DAY_MS;

/** Title, context and whether anything is asked of the person; nothing where he did it himself. */
function told(doc: Waiting): readonly [string, string, boolean] | undefined {
  const { kind, state, proposed, fromName, settledAt } = doc;
  const to = doc.toName ?? '暂无';
  if (kind === 'graduation' && settledAt === null && (state === 'open' || state === 'done')) {
    return [`毕业去向：${to}`, '请看看对不对，可以改', true];
  }
  if (kind === 'leave') return undefined;
  switch (state) {
    case 'open':
      if (proposed) return [`书记建议您转到${to}`, '等对方同意；不想转可以撤回', true];
      return fromName === null ? [`加入${to}`, '对方同意后生效', false] : [`转到${to}`, `从${fromName}`, false];
    case 'done':
      return doc.toName === null ? undefined : [`已加入${to}`, fromName === null ? '加入办好了' : '转接办好了', true];
    case 'declined':
      return [`${to}没有同意`, '原因写在里面', true];
    case 'expired':
      return [`${fromName === null ? '加入' : '转到'}${to}没有等到答复`, '什么都没有变，可以再提', true];
    case 'void':
      return [`没能${fromName === null ? '加入' : '转到'}${to}`, '申请之后又有了变动', true];
    default:
      return undefined;
  }
}

/** A person's own movements, as rows of 我的. */
export const ownRows = (docs: readonly Waiting[]): WaitingItem[] =>
  docs.flatMap((doc) => {
    const words = told(doc);
    if (words === undefined) return [];
    const [title, context, asks] = words;
    const at = doc.closedAt ?? doc.at;
    return [{ source: 'transfer.mine', id: doc._id, title, context, asks, at, until: doc.until }];
  });

/** Those who ask to come, one row for each org: people are named on the page behind it. */
export function receivingRows(docs: readonly Waiting[]): WaitingItem[] {
  const byOrg = new Map<string, { name: string; asking: { at: number; until: number }[] }>();
  for (const { toId, toName, at, until } of docs) {
    if (toId === null || toName === null || until === null) continue;
    const before = byOrg.get(toId)?.asking ?? [];
    byOrg.set(toId, { name: toName, asking: [...before, { at, until }] });
  }
  return [...byOrg].map(([orgId, { name, asking }]) => ({
    source: 'transfer.asked',
    id: orgId,
    title: `${asking.length} 人想转入`,
    context: name,
    asks: true,
    at: Math.min(...asking.map(({ at }) => at)),
    until: Math.min(...asking.map(({ until }) => until)),
  }));
}
