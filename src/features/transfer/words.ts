import type { Place, Transfer } from '@contract/domains/transfer/actions';
import { transferStateNames } from '@contract/domains/transfer/constants';
import { dayOf } from '@contract/day';
import { dayText } from '@/shared/dayText';

/** An org with those above it, which tell two of one name apart. */
export const placeText = ({ name, above }: Place): string => (above === null ? name : `${name}（${above}）`);

/** Where somebody goes, in a few words. */
export function wayText({ kind, from, to }: Pick<Transfer, 'kind' | 'from' | 'to'>): string {
  if (kind === 'leave') return `离开${from?.name ?? ''}`;
  if (kind === 'graduation') return `从${from?.name ?? ''}毕业，去向：${to?.name ?? '暂无'}`;
  return from === null ? `加入${to?.name ?? ''}` : `从${from.name}转到${to?.name ?? ''}`;
}

/** How it stands, and since or until when. */
export function standText({ kind, state, to, until, closedAt }: Transfer): string {
  if (state === 'open' && until !== null) return `等答复，至${dayText(dayOf(until))}`;
  const day = closedAt === null ? '' : dayText(dayOf(closedAt));
  if (state === 'done') return `${day} ${kind === 'leave' || to === null ? '已离开' : '已转入'}`;
  return [day, transferStateNames[state]].filter(Boolean).join(' ');
}

/** What that means for the person, in one sentence; empty where nothing needs saying. */
export function meaningText({ kind, state, from, to, proposed }: Transfer): string {
  switch (state) {
    case 'open':
      if (kind === 'graduation') return '对方同意前，您只看得到公开的内容；阅读记录都在。';
      if (proposed) return '书记替您提的。对方同意后就转；不想转，撤回就行。';
      return `对方同意后就${from === null ? '加入' : '转'}；在这之前什么都不变。`;
    case 'done':
      if (kind === 'graduation' && to === null) return '您的阅读记录都在。加入一个组织后，就看得到那里的内容。';
      return '';
    case 'expired':
      return '三十天里没有人答复，已自动作废，什么都没有变。需要时再提一次，或先联系对方。';
    case 'void':
      return '申请之后您的组织又有了变动，这一份没有办成。需要时请重新提。';
    default:
      return '';
  }
}
