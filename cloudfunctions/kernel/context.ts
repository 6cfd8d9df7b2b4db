import type { ActionName, ActionOutput, ActionParsed, Actions } from '../../contract/registry';
import type { MemberDoc } from './collections';
import type { PresentOrg } from './orgTree';
import type { Others } from './others';

/** Who the viewer is and what he may do: all that is read of the member who calls, and it never grows. */
export const viewerFields = ['name', 'orgIds', 'scope', 'grants', 'disabled'] as const;

/** The member who calls, without the openid. */
export type Viewer = Pick<MemberDoc, '_id' | (typeof viewerFields)[number]>;

/** What every handler gets besides its input; `Own` are the collections of its domain. */
export interface Context<Own> {
  readonly db: Own;
  /** All other domains, for the functions of their `public.ts`. */
  readonly others: Others;
  /** Server's clock at the start of the call, epoch milliseconds. */
  readonly now: number;
  readonly requestId: string;
  /**
   * Proves that the viewer has the action's permission on an org, where it stands now; gives that org, or the one it was
   * merged into. Refuses with FORBIDDEN otherwise, with NOT_FOUND where there is no such org. `near`: ids that are likely
   * on its path, such as the path that a thing copies; then it is one round trip, else it may be two. An action that
   * needs a permission and whose handler did not prove it gives no reply.
   */
  readonly requirePermissionOnOrg: (orgId: string, near?: readonly string[]) => Promise<PresentOrg>;
  /** The same for the committee at the top of the tree. */
  readonly requirePermissionOnRoot: () => Promise<void>;
  /** Has this call written to the audit, of an action that is audited only when its act concerns others. */
  readonly requestAudit: () => void;
}

export interface MemberContext<Own = unknown> extends Context<Own> {
  readonly viewer: Viewer;
}

/** A visitor may have no member record yet. */
export interface VisitorContext<Own = unknown> extends Context<Own> {
  readonly viewer: Viewer | undefined;
  /**
   * Adds the member under the caller's identity, without showing the openid. `added` is false when this identity has
   * a member already; `member` is the one that stands.
   */
  readonly register: (member: Viewer) => Promise<{ added: boolean; member: Viewer }>;
}

type ContextOf<N extends ActionName, Own> = Actions[N]['access']['who'] extends 'visitor'
  ? VisitorContext<Own>
  : MemberContext<Own>;

/** The implementation of one action: input parsed, access checked; the output is parsed again before it leaves. */
export type Handler<N extends ActionName, Own> = (
  input: ActionParsed<N>,
  context: ContextOf<N, Own>,
) => Promise<ActionOutput<N>>;

/** Handlers of one domain: `Handlers<'checkin', CheckInDatabase>` must have one for each action of the domain. */
export type Handlers<Domain extends string, Own = unknown> = {
  [N in Extract<ActionName, `${Domain}.${string}`>]: Handler<N, Own>;
};
