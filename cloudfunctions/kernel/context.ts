import type { ActionName, ActionOutput, ActionParsed, Actions } from '../../contract/registry';
import type { MemberDoc } from './collections';
import type { OrgNode, PresentOrg } from './orgTree';
import type { Files } from './files';
import type { Others } from './others';
import type { CallWechat } from './wechat';

/** Who the viewer is and what he may do: all that is read of the member who calls, and it never grows. */
export const viewerFields = [
  'name',
  'orgIds',
  'scope',
  'grants',
  'disabled',
  'disabledFor',
  'unused',
  'unchecked',
  'erasing',
] as const;

/** A member as he is registered: the kernel adds the openid and the time. */
export type NewMember = Omit<MemberDoc, 'openid' | 'joinedAt'>;

/** The member who calls, without the openid; of his grants those that count now. */
export type Viewer = Pick<MemberDoc, '_id' | (typeof viewerFields)[number]>;

/** Proves the action's permission where an org stands now, and gives the org; see `Context`. */
export type RequirePermission = (
  orgId: string,
  near?: readonly string[],
  read?: readonly OrgNode[],
) => Promise<PresentOrg>;

/** What every handler gets besides its input; `Own` are the collections of its domain. */
export interface Context<Own> {
  readonly db: Own;
  /** All other domains, for the functions of their `public.ts`. */
  readonly others: Others;
  /** Cloud storage; what people upload goes through `shared/files`. */
  readonly files: Files;
  /** Server's clock at the start of the call, epoch milliseconds. */
  readonly now: number;
  readonly requestId: string;
  /**
   * Proves that the viewer has the action's permission on an org, where it stands now; gives that org, or the one it was
   * merged into. Refuses with FORBIDDEN otherwise, with NOT_FOUND where there is no such org. `near`: ids that are likely
   * on its path, such as the path that a thing copies; then it is one round trip, else it may be two. `read`: orgs that
   * the handler has read in this call; where all of the path is among them, it is none. A command is refused with
   * ORG_ARCHIVED on an org that is archived, or below one, unless it declares `archived: 'allowed'`. An action that needs
   * a permission and whose handler did not prove it gives no reply.
   */
  readonly requirePermissionOnOrg: RequirePermission;
  /** The same on the org above: what an org is and where it stands is not its own affair. Of the root, on itself. */
  readonly requirePermissionAboveOrg: RequirePermission;
  /** The same for the committee at the top of the tree. */
  readonly requirePermissionOnRoot: () => Promise<void>;
  /** Calls an open interface of WeChat's (云调用), which the cloud allows only in a call that comes from the mini-program. */
  readonly callWechat: CallWechat;
  /** The same about the caller: WeChat gets his openid, which the handler never sees. */
  readonly callWechatAboutCaller: CallWechat;
  /** The mini-program that the call comes from; empty where it comes from elsewhere. */
  readonly appId: string;
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
  readonly register: (member: NewMember) => Promise<{ added: boolean; member: Viewer }>;
  /**
   * A name for the caller among things of one kind, the same before and after he joins, which says nothing of the openid
   * and cannot be compared with his name among things of another kind.
   */
  readonly keyFor: (kind: string) => string;
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
