import { TURNS_MAX } from '../../../contract/domains/feedback/constants';
import { deriveId } from '../../kernel/ids';
import { refuse } from '../../kernel/refuse';
import { untilWritten } from '../../kernel/retry';
import { wasSeen } from '../../shared/commands/rules/commands';
import type { FeedbackDatabase, FeedbackDoc, TurnDoc } from './collections';
import { turnsOf } from './rules/ticket';
import { follow } from './store';

/**
 * What a person adds to his ticket, whatever the office does meanwhile: looked at and written until both agree. `folded`: it may hurt
 * to read. `own` reads it, and refuses where it is not his. Two round trips.
 */
export const personSays = (
  { id, commandId, text, folded }: { id: string; commandId: string; text: string; folded: boolean },
  now: number,
  db: FeedbackDatabase,
  own: () => Promise<FeedbackDoc>,
): Promise<FeedbackDoc> =>
  untilWritten(async () => {
    const seen = await own();
    if (wasSeen(seen, commandId)) return seen;
    const said = turnsOf(seen);
    if (said.length >= TURNS_MAX) refuse('feedback.follow', 'TICKET_FULL');
    const turn: TurnDoc = { id: deriveId('t', id, commandId), from: 'person', text, at: now };
    // A ticket of before has its answer beside it: it comes into the thread with what follows it.
    const turns = (seen.turns ?? []).length === 0 ? [...said, turn] : [turn];
    return follow(db, { id, commandId }, { seen, turns, folded, now });
  });
