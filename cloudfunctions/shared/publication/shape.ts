import type { Versioned } from '../commands/shape';
import type { OfOrg } from '../scope/rules/scope';

/** What a document embeds that is published for the subtree of an org. */
export interface Publication extends OfOrg, Versioned {
  orgName: string;
  /** Who wrote it. */
  memberId: string;
  /** Visible from this instant on, epoch milliseconds; no timer is needed for a scheduled one. */
  publishAt: number;
  withdrawn: boolean;
  version: number;
  createdAt: number;
  commands: string[];
}
