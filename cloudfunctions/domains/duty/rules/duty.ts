import type { DutyKind } from '../../../../contract/domains/duty/constants';
import type { Day } from '../../../../contract/day';
import type { DutyDoc } from '../collections';
import { termOf } from './terms';

/** Who holds it; a member's name is the one that he has. */
export interface Holder {
  memberId: string | null;
  name: string;
}

/** What a duty is called, and where. */
export interface What {
  group: string;
  kind: DutyKind;
  title: string;
}

interface Founded {
  id: string;
  org: { _id: string; path: string[] };
  what: What;
  holder: Holder;
  term: { from: Day; until: Day | null };
  /** The duty that he stands in for. */
  of?: string;
  now: number;
}

/** A duty as it is stored at first, behind those of its kind; used by handlers, seeds and tests. */
export const newDuty = ({ id, org, what, holder, term, of, now }: Founded): DutyDoc => ({
  _id: id,
  orgId: org._id,
  orgPath: [...org.path],
  group: what.group,
  kind: what.kind,
  title: what.title,
  memberId: holder.memberId,
  name: holder.name,
  ...termOf(term),
  of: of ?? null,
  order: now,
  rights: 'none',
  createdAt: now,
});
