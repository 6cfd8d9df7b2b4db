import type { ActionInput, ActionName, ActionOutput } from '../../contract/registry';
import { newCommandId, type Stack } from '../support/stack';
import { tripRows } from './audited';
import { type Row, row } from './row';

const DAY_MS = 86_400_000;

/** Counts the database round trips of each action of the main paths, from the emulator's own record of calls. */
export async function measureRoundTrips(stack: Stack): Promise<Row[]> {
  const rows: Row[] = [];
  async function count<N extends ActionName>(
    who: string,
    action: N,
    input: ActionInput<N>,
    { budget = null, label = action }: { budget?: number | null; label?: string } = {},
  ): Promise<ActionOutput<N>> {
    const data = await stack.call(who, action, input);
    rows.push(...tripRows(label, action, stack.emulator.calls.last()?.roundTrips ?? Number.NaN, budget));
    return data;
  }
  const commandId = newCommandId;

  const today = await count('youth', 'home.today', {}, { budget: 4 });
  const book = today.desk[0];
  if (book === undefined) throw new Error('the demo youth reads nothing');
  const when = { kind: 'tap', elapsedMs: 0 } as const;
  const { title, author, tone } = book;
  const inHand = { bookId: book.id, book: { title, author, tone }, when };
  await count('youth', 'checkin.submit', { commandId: commandId(), ...inHand }, { budget: 2 });
  const again = { label: 'checkin.submit，当天已有记录' };
  await count('youth', 'checkin.submit', { commandId: commandId(), ...inHand, pages: 20 }, again);
  await count('youth', 'checkin.month', { month: today.month }, { budget: 2 });
  await count('youth', 'checkin.ofBook', { bookId: book.id }, { budget: 2 });
  const removal = { commandId: commandId(), day: today.day, bookId: book.id };
  await count('youth', 'checkin.remove', removal, { budget: 2 });
  const restore = { commandId: commandId(), of: removal.commandId, day: today.day, bookId: book.id };
  await count('youth', 'checkin.undo', { ...restore, what: 'removal' }, { budget: 2 });
  await count('youth', 'shelf.overview', {});
  await count('youth', 'shelf.list', { status: 'want' }, { budget: 2 });
  const found = await count('youth', 'book.search', { q: '三体' }, { budget: 2 });
  const other = found.items[0];
  if (other === undefined) throw new Error('the demo catalogue is empty');
  await count('youth', 'book.get', { bookId: other.id });
  await count('youth', 'shelf.move', { commandId: commandId(), bookId: other.id, to: 'want' });
  const onward = { commandId: commandId(), bookId: other.id };
  await count('youth', 'shelf.move', { ...onward, to: 'finished' }, { budget: 4, label: 'shelf.move，书已在书架上' });
  await count('youth', 'shelf.undo', { ...onward, commandId: commandId(), of: onward.commandId }, { budget: 4 });
  const recommendations = await count('youth', 'recommendation.list', { which: 'visible' }, { budget: 2 });
  await count('youth', 'recommendation.get', { id: recommendations.items[0]?.id ?? '' });

  const { roles } = await count('branch-secretary', 'me.session', {});
  const orgId = roles[0]?.org.id ?? '';
  await count('branch-secretary', 'recommendation.create', {
    commandId: commandId(),
    orgId,
    bookId: other.id,
    reason: '想和大家一起读。',
    questions: ['先读哪一章？', '哪里读不懂？', '最想和谁聊？'],
    pointer: '前十页。',
  });
  const now = Date.now();
  const { event } = await count('branch-secretary', 'event.create', {
    commandId: commandId(),
    orgId,
    title: '晨读一小时',
    kind: 'recitation',
    place: '文学院 305',
    about: '带一首喜欢的诗来。',
    startsAt: now + 3 * DAY_MS,
    endsAt: now + 3 * DAY_MS + 3_600_000,
    deadline: now + 2 * DAY_MS,
    capacity: 20,
    form: [],
  });
  await count('youth', 'event.list', { which: 'open' }, { budget: 2 });
  await count('youth', 'event.get', { id: event.id }, { budget: 2 });
  await count('youth', 'event.signUp', { commandId: commandId(), id: event.id, answers: [], form: [] }, { budget: 4 });
  await count('branch-secretary', 'event.roster', { id: event.id });
  await count('youth', 'event.cancelSignup', { commandId: commandId(), id: event.id }, { budget: 5 });

  rows.push(row('没有索引可用的查询', stack.emulator.calls.unindexed().length, 'calls', 0));
  return rows;
}
