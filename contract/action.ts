import { setGlobalMessage, type GenericSchema, type InferInput, type InferOutput } from 'valibot';
import type { CommonErrorCode, ErrorCode } from './errors';
import type { Permission } from './permissions';

// What a schema says without words of its own, instead of the library's English.
setGlobalMessage('填写有误');

/**
 * What of an action's things the caller reaches.
 * - `public`: the same for everybody.
 * - `self`: the caller's own records.
 * - `own orgs`: what the orgs that he belongs to, or holds a permission on, let him see.
 * - `org of the thing`: the one that the thing belongs to, which the input names by its id.
 * - `org in input`: the one that the input names.
 * - `above`: the one above the org that the input names: what an org is and where it stands is not its own affair.
 * - `root`: the committee at the top of the tree.
 */
export type Scope = 'public' | 'self' | 'own orgs' | 'org of the thing' | 'org in input' | 'above' | 'root';

/**
 * Who may call an action, and how far it reaches.
 * - `visitor`: any WeChat user, joined or not.
 * - `member`: a joined, active member; handlers scope every read.
 * - `permitted`: a member who has the permission on the org that the scope names: the handler must prove it with
 *   `context.requirePermissionOnOrg(orgId)`, or `requirePermissionAboveOrg`, or the reply is withheld.
 *
 * `erasing: 'allowed'`: also a member who has asked to be erased and may still take it back. `disabled: 'allowed'`: also
 * whoever was disabled by others.
 */
export type Access =
  | {
      who: 'visitor' | 'member';
      scope: Exclude<Scope, 'above' | 'root'>;
      erasing?: 'allowed';
      disabled?: 'allowed';
    }
  | { who: 'permitted'; permission: Permission; scope: 'org of the thing' | 'org in input' | 'above' | 'root' };

/**
 * At most `max` calls per member in `windowSec` seconds. `instance` counts in the warm function's memory: free, but
 * exact only per instance; `exact` counts in the database for one more round trip, rarely two.
 */
export interface RateLimit {
  max: number;
  windowSec: number;
  counted: 'instance' | 'exact';
}

/**
 * How a phone keeps a reply for reading offline (docs/adr/0011). `pinned`: a first screen, put out by nothing else;
 * `seen`: while there is room.
 */
export type Offline = 'pinned' | 'seen';

/**
 * What a command makes stale: the beginnings of the names of those queries whose replies it may change for the person
 * who gave it, such as `event.` or `book.get`; `all` where he is somebody else afterwards.
 */
export type Stale = readonly string[] | 'all';

/** A query changes nothing. */
interface Query {
  kind: 'query';
  /** Absent: no phone keeps the reply. So it is for other people's data, for searches, and for what nobody thought of. */
  offline?: Offline;
  stale?: never;
  behind?: never;
  archived?: never;
}

/** A command carries a client-made `commandId` and may arrive twice. */
interface Command {
  kind: 'command';
  stale: Stale;
  /**
   * Of `errors`, those by which the server says that the screen is behind, so that what the command makes stale is asked
   * for again. CONFLICT, NOT_FOUND and FORBIDDEN always say so; those about what was typed never do.
   */
  behind?: readonly ErrorCode[];
  /** Also on an org that is archived, or below one; absent: refused there with ORG_ARCHIVED. */
  archived?: 'allowed';
  offline?: never;
}

interface Declared {
  /** What it does, in the reader's language, for the API document. */
  summary: string;
  access: Access;
  /** Strict: unknown keys are refused, so no database operator can ride in. */
  input: GenericSchema;
  /** Undeclared fields are stripped before they leave. */
  output: GenericSchema;
  /** Refusals beyond the common ones. */
  errors: readonly ErrorCode[];
  limit: RateLimit;
  /** By the function with the longer timeout, for lists and moderation (docs/adr/0002); absent: by `api`. */
  served?: 'admin';
  /** Written to the audit, denials included; `requested`: only where the handler says that it concerned others. */
  audited: boolean | 'requested';
  /** Takes data out, as a file or a sheet: told apart in the audit, with the `purpose` of the input where it has one. */
  exports?: true;
}

export type ActionSpec = Declared & (Query | Command);

/**
 * What the client carries of each action as plain values, in `contract/clientActions.ts`, which is made from the actions.
 * To let it carry one more: name the key here and in `scripts/contract/clientActions.ts`, then `npm run build -- contract`.
 */
export type ClientAction = Pick<ActionSpec, 'offline' | 'served' | 'stale' | 'behind'>;

/** Declares one action; keeps the literal types. */
export function defineAction<const S extends ActionSpec>(spec: S): S {
  return spec;
}

/** Input as the client writes it. */
export type InputOf<S extends ActionSpec> = InferInput<S['input']>;
/** Input as the handler gets it: trimmed and checked. */
export type ParsedInputOf<S extends ActionSpec> = InferOutput<S['input']>;
/** Reply as the client reads it. */
export type OutputOf<S extends ActionSpec> = InferOutput<S['output']>;
/** Every code the action may refuse with. */
export type ErrorOf<S extends ActionSpec> = S['errors'][number] | CommonErrorCode;

/** Usual limits, named by what they are for. */
export const limits = {
  read: { max: 120, windowSec: 60, counted: 'instance' },
  write: { max: 60, windowSec: 60, counted: 'instance' },
  /** For what anybody in WeChat may ask, joined or not. */
  preview: { max: 30, windowSec: 60, counted: 'instance' },
  /** For what may be done often and leaves a document each time. */
  add: { max: 60, windowSec: 3600, counted: 'exact' },
  publish: { max: 20, windowSec: 3600, counted: 'exact' },
  join: { max: 10, windowSec: 3600, counted: 'exact' },
} as const satisfies Record<string, RateLimit>;
