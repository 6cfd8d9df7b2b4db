import type { ActionName, ActionOutput, ActionParsed, Actions } from '../../contract/registry';
import type { MemberDoc } from './collections';
import type { Others } from './others';

/** Who the viewer is and what he may do: all that is read of the member who calls, and it never grows. */
export const viewerFields = ['name', 'orgIds', 'scope', 'grants', 'disabled', 'told', 'answered'] as const;

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
   * Proves that the viewer has the action's permission on the org of this path (root first, the org itself last);
   * refuses with FORBIDDEN otherwise. An action that needs one and whose handler did not call it gives no reply.
   */
  readonly requirePermissionOn: (orgPath: readonly string[]) => void;
  /** Has this call written to the audit, of an action that is audited only when its act concerns others. */
  readonly tellAudit: () => void;
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
