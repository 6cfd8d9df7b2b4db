import * as v from 'valibot';
import { orgKinds, roles } from '../../roles';
import { id } from '../../shared/values';
import { termStates } from './constants';

/* What the replies of this domain are made of. */

export const person = v.object({ id, name: v.string() });
export type Person = v.InferOutput<typeof person>;

const org = v.object({ id, name: v.string(), kind: v.picklist(orgKinds) });

/** A role that somebody holds, or will. */
export const grantOf = v.object({
  id,
  member: person,
  role: v.picklist(roles),
  org,
  /** Null: it always has counted. */
  from: v.nullable(v.number()),
  /** Null: until somebody takes it back. */
  until: v.nullable(v.number()),
  /** In whose place; null: his own. */
  of: v.nullable(person),
  /** Not yet: it begins later. */
  coming: v.boolean(),
  /** Whether the viewer may change its term or take it back. */
  mayChange: v.boolean(),
});
export type GrantView = v.InferOutput<typeof grantOf>;

/** What was given, proposed or ended, for the history. */
export const term = v.object({
  id,
  member: person,
  role: v.picklist(roles),
  org: v.object({ id, name: v.string() }),
  from: v.number(),
  until: v.nullable(v.number()),
  of: v.nullable(person),
  state: v.picklist(termStates),
  at: v.number(),
  /** Names of who gave, agreed and ended it; null where nobody did. */
  by: v.nullable(v.string()),
  secondBy: v.nullable(v.string()),
  endedBy: v.nullable(v.string()),
  endedAt: v.nullable(v.number()),
  /** Of a proposal: when it lapses, and whether the viewer may decide. */
  lapsesAt: v.nullable(v.number()),
  mayDecide: v.boolean(),
});
export type TermView = v.InferOutput<typeof term>;

/** What somebody sees and does on one org and below it, and by which role. */
export const sight = v.object({
  org,
  role: v.picklist(roles),
  /** Held above what was asked about. */
  fromAbove: v.boolean(),
  from: v.nullable(v.number()),
  until: v.nullable(v.number()),
  acting: v.boolean(),
  /** In words, from the permission table. */
  may: v.array(v.string()),
});
export type Sight = v.InferOutput<typeof sight>;

/** What a handover hands over, and what is open. */
export const handoverPreview = v.object({
  member: person,
  grants: v.array(grantOf),
  open: v.array(v.object({ title: v.string(), count: v.number() })),
  /** Why nothing can be handed over by the viewer; null where it can. */
  problem: v.nullable(v.string()),
});
export type HandoverPreview = v.InferOutput<typeof handoverPreview>;
