import { createHash } from 'node:crypto';
import type { Reply } from '../../contract/errors';
import { addDays, dayOf } from '../../contract/day';
import type { ActionInput, CommandName } from '../../contract/registry';
import { demoEvents } from '../../demo/events';
import { demoReaders } from '../../demo/reading';
import { type City, eventId, expand, isPast } from './documents';

/** Does one command as the member with this key. */
export type Act = <N extends CommandName>(key: string, action: N, input: ActionInput<N>) => Promise<Reply<unknown>>;

/** The same command id each time, so that seeding again changes nothing. */
export const commandId = (...parts: readonly string[]): string =>
  `demo-${createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 24)}`;

/** Everybody signs up, some leave and one event is called off, in the order of the demo data: the same each time. */
export async function signUp(act: Act): Promise<void> {
  for (const event of demoEvents) {
    if (isPast(event)) continue;
    const answers = event.form.flatMap((field, index) =>
      field.required ? [{ fieldId: field.id, value: field.options[index % field.options.length] ?? '都可以' }] : [],
    );
    for (const key of event.signups.flatMap(expand)) {
      const input = { commandId: commandId('signUp', event.key, key), id: eventId(event.key), answers };
      // Closed: the seeding was interrupted and goes on days later.
      expectOk(await act(key, 'event.signUp', input), ['EVENT_CLOSED']);
    }
    for (const key of event.leaves ?? []) {
      const input = { commandId: commandId('leave', event.key, key), id: eventId(event.key) };
      expectOk(await act(key, 'event.cancelSignup', input), ['EVENT_CLOSED', 'SIGNUP_NOT_FOUND']);
    }
    if (event.calledOff === true) {
      const input = { commandId: commandId('callOff', event.key), id: eventId(event.key), cancelled: true };
      expectOk(await act(event.by, 'event.setCancelled', input));
    }
  }
}

/** Shelves and reading days, oldest first. */
export async function read({ books, at }: City, act: Act): Promise<void> {
  const idOf = (title: string): string => {
    const book = books.get(title);
    if (!book) throw new Error(`demo data names the book ${title}, which is not in books.csv`);
    return book._id;
  };
  for (const { key, shelf, days } of demoReaders) {
    for (const [title, to] of shelf) {
      const input = { commandId: commandId('shelf', key, title), bookId: idOf(title), to };
      expectOk(await act(key, 'shelf.move', input));
    }
    for (const { ago, title, pages, minutes, note } of [...days].sort((a, b) => b.ago - a.ago)) {
      const input = {
        commandId: commandId('checkin', key, title, String(ago)),
        bookId: idOf(title),
        when: { kind: 'day' as const, day: addDays(dayOf(at), -ago) },
        pages: pages ?? null,
        minutes: minutes ?? null,
        note: note ?? null,
      };
      expectOk(await act(key, 'checkin.submit', input), ['DAY_OUT_OF_RANGE']);
    }
  }
}

/** Refuses demo data that is refused, but for what is `tolerated`. */
export function expectOk(reply: Reply<unknown>, tolerated: readonly string[] = []): void {
  if (reply.ok || tolerated.includes(reply.code)) return;
  throw new Error(`demo data was refused: ${reply.code} ${reply.message} ${JSON.stringify(reply.fields ?? [])}`);
}
