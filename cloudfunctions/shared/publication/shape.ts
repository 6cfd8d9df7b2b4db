import type { Versioned } from '../commands/shape';
import type { Held } from '../moderation/shape';
import type { OfOrg } from '../scope/rules/scope';

/** What a document embeds that is published for the subtree of an org. */
export interface Publication extends OfOrg, Versioned {
  orgName: string;
  /** Who wrote it. */
  memberId: string;
  /**
   * Visible from this instant on, epoch milliseconds; no timer is needed for a scheduled one. Of one that nobody else may
   * see yet it is never reached, so that no query finds it; when it is to be published says `held`.
   */
  publishAt: number;
  /** That it, or a change of it, waits for a verdict or was turned down; absent where all of it may be seen. */
  held?: Held & { publishAt: number };
  withdrawn: boolean;
  version: number;
  createdAt: number;
  commands: string[];
}
