import { APPEAL_DAYS } from '../../../../contract/domains/moderation/constants';
import type { WaitingItem } from '../../../../contract/shared/waiting';
import { DAY_MS } from '../../../../contract/durations';
import type { CaseDoc } from '../../../shared/moderation/shape';

/** What a row needs of a case. */
export const waitingFields = ['authorId', 'orgPath', 'orgName', 'title', 'state', 'told', 'at', 'decisions'] as const;
type Waiting = Pick<CaseDoc, '_id' | (typeof waitingFields)[number]>;

interface Whose {
  memberId: string;
  /** Orgs for which he decides. */
  run: readonly string[];
  /** How many were read at most: then there may be more. */
  counted: number;
}

const isOpen = ({ state }: Pick<CaseDoc, 'state'>): boolean => state === 'pending' || state === 'review';

/** What of these cases stands on 我的: his own one by one, those that he decides about as one row for each of his orgs. */
export function waitingRows(cases: readonly Waiting[], { memberId, run, counted }: Whose): WaitingItem[] {
  const own = cases.filter(({ authorId, told }) => authorId === memberId && told);
  const rows = own.map<WaitingItem>((one) => ({
    source: 'moderation.mine',
    id: one._id,
    title: `${one.title}${isOpen(one) ? '正在审核' : '没有通过审核'}`,
    context: isOpen(one) ? '通过后别人才能看到' : '看看理由；有异议可以申诉',
    asks: !isOpen(one),
    at: one.at,
    until: isOpen(one) ? null : (one.decisions.at(-1)?.at ?? one.at) + APPEAL_DAYS * DAY_MS,
  }));
  // Nobody decides about what he wrote himself.
  const asked = cases.filter((one) => one.authorId !== memberId && isOpen(one));
  for (const orgId of run) {
    const here = asked.filter(({ orgPath }) => run.find((id) => orgPath.includes(id)) === orgId);
    const [first] = here;
    if (first === undefined) continue;
    const names = [...new Set(here.map(({ orgName }) => orgName))];
    rows.push({
      source: 'moderation.queue',
      id: orgId,
      title: `${here.length}${cases.length >= counted ? ' 多' : ' '}条内容待审核`,
      context: names.length === 1 ? first.orgName : `${first.orgName}等 ${names.length} 个组织`,
      asks: true,
      at: first.at,
      until: null,
    });
  }
  return rows;
}
