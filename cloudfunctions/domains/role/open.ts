import { isPermittedOn } from '../../kernel/access';
import type { Viewer } from '../../kernel/context';
import type { Others } from '../../kernel/others';
import { eventsToCome } from '../event/public';
import { unanswered } from '../feedback/public';
import { invitationsOpen, requestsOpen } from '../invitation/public';
import { recommendationsToCome } from '../recommendation/public';
import { transfersOpen } from '../transfer/public';
import type { Ground } from './rules/granting';

/** What is open on an org and below it, that a successor finds there: how many, none of it named. */
interface Matter {
  title: string;
  /** Round trips: one, by an index. */
  count: (others: Others, orgId: string, now: number) => Promise<number>;
  /** Where it is asked at all. */
  at?: 'root';
}

/** A domain with something that stays open when its holder goes adds a line. */
const matters: readonly Matter[] = [
  { title: '还没开始或没结束的活动', count: eventsToCome },
  { title: '已写好、还没到发布时间的荐书', count: recommendationsToCome },
  { title: '等同意的加入申请', count: requestsOpen },
  { title: '等答复的转接', count: transfersOpen },
  { title: '还能用的邀请', count: invitationsOpen },
  { title: '还没答复的投诉建议', count: (others, _orgId, now) => unanswered(others, now), at: 'root' },
];

/** Of what is open those kinds of which there is something. */
export async function openMatters(
  others: Others,
  viewer: Viewer,
  ground: Ground & { org: { _id: string } },
  now: number,
): Promise<{ title: string; count: number }[]> {
  if (!isPermittedOn(viewer, 'role:see', ground.path)) return [];
  const asked = matters.filter(({ at }) => at === undefined || ground.place.isRoot);
  const counts = await Promise.all(asked.map(({ count }) => count(others, ground.org._id, now)));
  return asked.map(({ title }, at) => ({ title, count: counts[at] ?? 0 })).filter(({ count }) => count > 0);
}
