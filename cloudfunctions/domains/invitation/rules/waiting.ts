import type { WaitingItem } from '../../../../contract/shared/waiting';
import type { JoinRequestDoc } from '../collections';

type Waiting = Pick<JoinRequestDoc, '_id' | 'memberId' | 'orgPath' | 'orgName' | 'at' | 'until'>;

interface Whose {
  memberId: string;
  /** Orgs on which he decides. */
  run: readonly string[];
  /** How many were read at most: then there may be more. */
  counted: number;
}

/** What of these requests stands on 我的: his own one by one, those that he decides about as one row for each of his orgs. */
export function waitingRows(requests: readonly Waiting[], { memberId, run, counted }: Whose): WaitingItem[] {
  const own = requests.filter((request) => request.memberId === memberId);
  const rows = own.map<WaitingItem>(({ _id, orgName, at, until }) => ({
    source: 'invitation.mine',
    id: _id,
    title: `申请加入${orgName}`,
    context: '等支部同意',
    asks: false,
    at,
    until,
  }));
  // Who decides about his own request would answer himself.
  const asked = requests.filter((request) => request.memberId !== memberId);
  for (const orgId of run) {
    const here = asked.filter(({ orgPath }) => run.find((id) => orgPath.includes(id)) === orgId);
    const [first] = here;
    if (first === undefined) continue;
    const names = [...new Set(here.map(({ orgName }) => orgName))];
    rows.push({
      source: 'invitation.asked',
      id: orgId,
      title: `${here.length}${requests.length >= counted ? ' 多' : ' '}人想加入`,
      context: names.length === 1 ? first.orgName : `${first.orgName}等 ${names.length} 个组织`,
      asks: true,
      at: first.at,
      until: Math.min(...here.map(({ until }) => until)),
    });
  }
  return rows;
}
