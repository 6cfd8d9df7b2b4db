import { catalogue, command, openTown, person, type Town } from '../../support/domains';
import type { ActionInput } from '../../../contract/registry';

export const NOW = Date.UTC(2026, 10, 23, 4);
export const DAY = 86_400_000;
const book = catalogue(1)[0];
export const words = { reason: '要看过的话', questions: ['一问', '二问', '三问'], pointer: '先读第三章' };

let calls = 0;
export const commandId = () => command((calls += 1));

/** Somebody recommends a book in words that a person has to look at. */
export async function submitted() {
  const moderators = ['first', 'second'].map((id) => person(id, 'east', [{ role: 'moderator', orgId: 'east' }]));
  const town = await openTown(NOW, {}, [
    ...moderators,
    person('auditor', 'city', [{ role: 'auditor', orgId: 'city' }]),
  ]);
  if (book === undefined) throw new Error('no book');
  await town.db.books.add(book);
  const pass = town.wechat.answer;
  town.wechat.answer = () => Promise.resolve({ errcode: 0, result: { suggest: 'review' } });
  const input = { commandId: commandId(), orgId: 'eastBranch', bookId: book._id, ...words };
  const { recommendation } = await town.done('secretary', 'recommendation.create', input);
  town.wechat.answer = pass;
  const id = recommendation.held?.caseId ?? '';
  const claim = (who: string) => town.call(who, 'moderation.claim', { commandId: commandId(), id });
  const decide = (who: string, verdict: 'visible' | 'rejected', more: Partial<ActionInput<'moderation.decide'>> = {}) =>
    town.call(who, 'moderation.decide', {
      ...{ commandId: commandId(), id, verdict, words: '' },
      reason: verdict === 'visible' ? null : ('insult' as const),
      ...more,
    });
  const reject = async (who: string) => {
    await claim(who);
    return decide(who, 'rejected');
  };
  const undo = (who: string) => town.call(who, 'moderation.undo', { commandId: commandId(), id });
  const appeal = () => town.call('secretary', 'moderation.appeal', { commandId: commandId(), id, text: '这是误判' });
  const seen = async () => (await town.call('reader', 'recommendation.get', { id: recommendation.id })).ok;
  const standing = async () => (await town.db.moderationCases.get(id))?.state;
  const acts = { claim, decide, reject, undo, appeal, seen, standing };
  return { town, id, thing: recommendation.id, version: recommendation.version, ...acts };
}

export const codeOf = (reply: { ok: boolean; code?: string }) => (reply.ok ? 'ok' : reply.code);
export const told = async ({ db }: Town) =>
  (await db.notices.find({ to: 'secretary' }, { sort: [['at', 1]], limit: 20 })).map(({ kind, data }) => [
    kind,
    data.title,
  ]);
