import type { OutsideRole } from '../../../contract/domains/invitation/constants';
import type { Doc } from '../../kernel/port';
import type { Remembering } from '../../shared/commands/shape';

/** A place that somebody has: `k` is his key, which is not his id (`VisitorContext.keyFor`). */
export interface Place {
  k: string;
  at: number;
}

export interface InvitationDoc extends Doc, Remembering {
  orgId: string;
  orgPath: string[];
  orgName: string;
  code: string;
  createdAt: number;
  expiresAt: number;
  limit: number;
  /** Whether the branch is asked about each who comes. */
  approval: boolean;
  /** For somebody from outside; null where one joins the org. */
  role: OutsideRole | null;
  roleUntil: number | null;
  note: string;
  by: string;
  revokedAt: number | null;
  /** Places taken, each once; `used` is how many. */
  places: Place[];
  used: number;
  /** The batch that it was made with; absent where it was made by itself. */
  batch?: string;
}

/** Invitations to all branches below an org. */
export interface InvitationBatchDoc extends Doc, Remembering {
  orgId: string;
  orgPath: string[];
  orgName: string;
  days: number;
  limit: number;
  approval: boolean;
  by: string;
  at: number;
  expiresAt: number;
  made: number;
  done: boolean;
  /** When it was last revoked, and whether it still is; absent where it never was. Of its invitations those follow it whose `revokedAt` is this. */
  revoked?: { at: number; on: boolean };
}

export interface JoinRequestDoc extends Doc, Remembering {
  /** The person's key; he may have no id yet. */
  k: string;
  /** Once he is a member; null before. */
  memberId: string | null;
  name: string;
  /** What he typed, where that has not passed yet and `name` stands for it; it is looked at again when he comes in. */
  typed?: string;
  orgId: string;
  orgPath: string[];
  orgName: string;
  invitationId: string;
  state: 'waiting' | 'approved' | 'declined' | 'withdrawn';
  at: number;
  /** Lapses then, if nobody has answered. */
  until: number;
  decision: { by: string; at: number; sentence: string } | null;
  /** Approved, and came in. */
  entered: boolean;
  /** He was not there yet: taking the approval back takes him out again. Absent where it leaves him alone. */
  brought?: true;
  /** The place on the org's roster that his name has; absent where it has none. */
  listed?: string;
}

/** Wrong codes in one hour, of one person or of the city. */
export interface JoinTriesDoc extends Doc {
  count: number;
  expiresAt: number;
}
