import type { ActionParsed } from '../../../contract/registry';
import { among, atMost } from '../../kernel/port';
import { refuse } from '../../kernel/refuse';
import { hindrance, LEASE_MS } from '../../shared/moderation/rules/machine';
import { provedCase, shown, type Context } from './finding';

/* Whoever looks at a case has it to himself for ten minutes, so that two do not decide about one. */

const refusals = { own: 'CASE_OWN', samePerson: 'CASE_SAME_PERSON', closed: 'CASE_CLOSED' } as const;

/** Takes a case, or renews one's claim: one conditional update, which of two at once only one gets. */
export async function claim(context: Context, { id }: ActionParsed<'moderation.claim'>) {
  const { db, viewer, now } = context;
  const seen = await provedCase(context, id);
  const hindered = hindrance(seen, viewer._id);
  if (hindered !== null) refuse('moderation.claim', refusals[hindered]);
  const claimed = await db.moderationCases.updateOne(
    {
      _id: id,
      state: among(['pending', 'review']),
      turn: seen.turn,
      anyOf: [{ claim: null }, { 'claim.until': atMost(now) }, { 'claim.by': viewer._id }],
    },
    { set: { claim: { by: viewer._id, until: now + LEASE_MS } } },
  );
  return claimed === undefined ? refuse('moderation.claim', 'CASE_TAKEN') : shown(context, claimed);
}

/** Lets a case go again; one that somebody else has stays his. */
export async function release(context: Context, { id }: ActionParsed<'moderation.release'>) {
  const { db, viewer } = context;
  const seen = await provedCase(context, id);
  const freed = await db.moderationCases.updateOne({ _id: id, 'claim.by': viewer._id }, { set: { claim: null } });
  return shown(context, freed ?? (await db.moderationCases.get(id)) ?? seen);
}
