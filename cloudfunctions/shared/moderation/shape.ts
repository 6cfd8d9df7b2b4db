import type {
  CaseState,
  Cause,
  DecisionReason,
  HoldReason,
  ModeratedKind,
  Queue,
} from '../../../contract/domains/moderation/constants';
import type { HeldState } from '../../../contract/shared/moderation';
import type { Others } from '../../kernel/others';
import type { Doc, Value } from '../../kernel/port';
import type { Remembering } from '../commands/shape';
import type { OfOrg } from '../scope/rules/scope';

/** What a document embeds of which some words are kept from others. */
export type Held = {
  of: 'publication' | 'edit';
  state: HeldState;
  caseId: string;
};

/** Some of a person's words, under the name that he knows the field by. */
export interface Part {
  label: string;
  text: string;
}

/** One verdict on a case. `by`: a member, or null where it was WeChat's. */
export interface Decision {
  verdict: 'visible' | 'rejected';
  reason: DecisionReason | null;
  words: string;
  at: number;
  by: string | null;
  onAppeal: boolean;
}

/** Something that others do not see before it was looked at, or that somebody should look at. */
export interface CaseDoc extends Doc, OfOrg, Remembering {
  kind: ModeratedKind;
  /** Id of what it is about, and the version of it whose words these are; 0 where it has none. */
  thing: string;
  version: number;
  cause: Cause;
  orgName: string;
  authorId: string;
  title: string;
  /** The words as they were judged; empty once they were erased. */
  parts: Part[];
  /** What the domain needs to carry a verdict out, such as the fields of an edit; null where nothing. */
  fields: { [key: string]: Value } | null;
  scene: number;
  state: CaseState;
  queue: Queue;
  /** Counts the steps from one state to another; each is taken from the state that was seen. */
  turn: number;
  why: HoldReason;
  /** Words of the local list. */
  found: string[];
  at: number;
  /** Whether its author reads of it: reports and samples are none of his business until something was turned down. */
  told: boolean;
  /** When WeChat may be asked again, in a call of the author's; null where a person is needed. */
  retryAt: number | null;
  /** What readers gave as reasons, each once. */
  reported: DecisionReason[];
  claim: { by: string; until: number } | null;
  decisions: Decision[];
  appeal: { text: string; at: number } | null;
  /** Of what was turned down: when the words are erased. Null: not now. */
  erasedAt: number | null;
  /** A step was taken whose consequence may not have been carried out yet; absent otherwise. */
  unsettledAt?: number;
  /** Of a picture, sound or video: the file, WeChat's id of the check and the mini-program that asked. */
  media?: { fileId: string; traceId: string; appId: string };
  expiresAt: number;
}

/** A reader's report. One of a person about a thing. */
export interface ReportDoc extends Doc {
  caseId: string;
  memberId: string;
  reason: DecisionReason;
  words: string;
  at: number;
  expiresAt: number;
}

/** A thing as a domain tells of it to the moderation. */
export interface ModeratedThing {
  thing: string;
  version: number;
  org: { _id: string; path: readonly string[]; name: string };
  authorId: string;
  title: string;
  parts: readonly Part[];
  fields: { [key: string]: Value } | null;
}

/** What a domain brings whose words are moderated; a line in the table of the domain `moderation`. */
export interface ModeratedDomain {
  /**
   * Carries a verdict out: shows the thing or its change, keeps it from others, or says that it waits again. Under a key
   * that was used before it changes nothing. `overtaken`: it is not what was judged any more; nothing has changed.
   */
  apply(
    others: Others,
    judged: CaseDoc,
    to: 'visible' | 'rejected' | 'waiting',
    at: { key: string; now: number },
  ): Promise<'done' | 'overtaken'>;
  /** What stands now in place of what is judged, for who decides about an edit. */
  standing?(others: Others, judged: CaseDoc): Promise<readonly Part[]>;
  /** The words are erased for good: what the domain keeps of them goes too. */
  erase(others: Others, judged: CaseDoc): Promise<void>;
  /** Whether an approval can be taken back. */
  readonly takesBack: (judged: Pick<CaseDoc, 'cause'>) => boolean;
}
