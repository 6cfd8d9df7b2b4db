import type { Doc, Value } from '../../kernel/port';

type Plain = { readonly [key: string]: Value };

/**
 * Something that 今日 shows, written where it arises: by the domain whose matter it is, for one member or for all of an
 * org. It is derived: a domain can always make it anew from its facts (docs/adr/0023).
 */
export interface CardDoc<Data = Plain, Told = Plain> extends Doc {
  /** Whom it is for: the id of a member, or of an org, for everybody who belongs to it or below it. */
  to: string;
  /** Which kind of card it is, by which its view is found. */
  source: string;
  /** Id of what it is about. */
  thing: string;
  /** When it is shown, epoch milliseconds: from `from` on and before `until`, after which it is removed. */
  from: number;
  until: number;
  /** All that its view needs. One that names an org has its id and name as `orgId` and `orgName`, which a job mends. */
  data: Data;
  /** What the member was last told of it; on cards that tell what has changed. */
  told?: Told;
  /** Of a card that is settled from facts: another one after each settling. */
  version?: string;
}
