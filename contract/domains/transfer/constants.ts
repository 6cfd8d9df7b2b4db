import { DAY_MS } from '../../durations';

/** How long a request waits for an answer before it lapses by itself. */
export const TRANSFER_DAYS = 30;
export const TRANSFER_MS = TRANSFER_DAYS * DAY_MS;
/** How long what was done can be taken back by whoever did it. */
export const UNDO_MS = DAY_MS;
/** How long 我的 goes on showing what came of a request, unless it is put away. */
export const SHOWN_MS = 14 * DAY_MS;
/** People who graduate by one command: more than any class has. */
export const GRADUATE_MAX = 200;
/** Destinations that one command can name. */
export const DESTINATIONS_MAX = 30;

/** Kinds of movement (转接): by request, by leaving, by graduation. */
export const transferKinds = ['transfer', 'leave', 'graduation'] as const;
export type TransferKind = (typeof transferKinds)[number];

/**
 * Where a movement stands. `open`: waits for the receiving org; `moving`: being carried out; `void`: it could not be,
 * since things had changed; `undone`: taken back.
 */
export const transferStates = ['open', 'moving', 'done', 'declined', 'withdrawn', 'expired', 'void', 'undone'] as const;
export type TransferState = (typeof transferStates)[number];

export const transferStateNames: Record<TransferState, string> = {
  open: '等答复',
  moving: '办理中',
  done: '已办好',
  declined: '对方没有同意',
  withdrawn: '已撤回',
  expired: '没有等到答复',
  void: '没有办成',
  undone: '已撤销',
};
