import type { ActionInput } from '../../../contract/registry';
import { openDoor } from '../invitation/town';
import type { Gate } from '../../support/gated';

export { DAY, NOW } from '../invitation/town';

/** The town of the invitations, whose first branch expects some people. */
export async function openRoster(gate: Gate = {}) {
  const town = await openDoor(gate);
  const { call, done, next } = town;
  const input = (text: string, plan: Partial<ActionInput<'roster.import'>> = {}) => {
    const list = { from: 'text', text } as const;
    return { ...next(), orgId: 'b1', list, question: 'entryYear' as const, direct: false, days: 90, ...plan };
  };
  const expect_ = async (text: string, plan: Partial<ActionInput<'roster.import'>> = {}) =>
    (await done('secretary', 'roster.import', input(text, plan))).roster;
  const preview = (text: string) =>
    done('secretary', 'roster.preview', { orgId: 'b1', list: { from: 'text', text }, question: 'entryYear' });
  const counts = async () => {
    const { roster } = await done('secretary', 'roster.get', { orgId: 'b1' });
    return roster && [roster.matched, roster.unmatched];
  };
  /** Joins by a code; what came of it in one word. */
  const come = async (who: string, code: string, name: string, answer?: string) => {
    const said = { ...next(), code, name, fourteenOrOlder: true as const, ...(answer !== undefined && { answer }) };
    const reply = await call(who, 'invitation.accept', said);
    return reply.ok ? reply.data.outcome : reply.code;
  };
  const requests = async () => {
    const { items } = await done('secretary', 'invitation.requests', { orgId: 'b1', which: 'waiting' });
    return items.map(({ id, name, listed }) => ({ id, name, listed }));
  };
  const decide = (id: string, verdict: 'approved' | 'declined') =>
    done('secretary', 'invitation.decide', { ...next(), id, verdict, sentence: '' });
  return { ...town, input, expect: expect_, preview, counts, come, requests, decide };
}
