import { functionOf } from '../../../contract/functions';
import type { Reply } from '../../../contract/errors';
import { actions, type CommandName } from '../../../contract/registry';
import type { Collection, Doc } from '../../../cloudfunctions/kernel/port';
import type { CollectionName } from '../../../cloudfunctions/schema';
import type { Stack } from '../../support/stack';
import { writtenIn } from '../kernel/effects';

/** A command that arrived more than once, and what was wrong about that. */
export interface Again {
  reply: Reply<unknown>;
  faults: string[];
}

type City = Pick<Stack, 'send' | 'emulator' | 'db'>;

/**
 * Whose reply tells what this very call has come to (whether it found something to discard, how many it read), or how far
 * work has come by now.
 */
const telling: readonly string[] = [
  'download.discard',
  'file.discard',
  'invitation.accept',
  'invitation.createBelow',
  'moderation.claim',
  'notice.readAll',
  'orgimport.',
  'transfer.graduate',
  'transfer.ungraduate',
];
/** A lease is renewed by whoever holds it. */
const renewing: readonly CommandName[] = ['moderation.claim'];
/** Work that waits may be queued again and is done once; cards are made anew from what they show. */
const derived: readonly CollectionName[] = ['jobs', 'cards'];

/** A reply without the time at which it was given, and without the number that a refusal bears. */
const news = (name: CommandName, reply: Reply<unknown>): string => {
  if (!reply.ok) return reply.code;
  const tells = telling.some((prefix) => name.startsWith(prefix));
  return tells ? 'ok' : JSON.stringify({ ...(reply.data as object), now: undefined });
};

/** What stands in these collections. */
async function contents({ db }: City, collections: readonly CollectionName[]): Promise<string> {
  const docs = collections.map((name) =>
    (db[name] as unknown as Collection<Doc>).find({}, { sort: [['_id', 1]], limit: 1000 }),
  );
  return JSON.stringify(await Promise.all(docs));
}

/** Refusals by which one of two that arrived at the same moment may learn that the other was faster. */
const overtaken = (name: CommandName): readonly string[] => ['CONFLICT', ...actions[name].errors];

/**
 * Sends one command twice at once, as a phone does whose first try seems lost, and again when both are through. One is
 * done, and what comes after both is answered as that was and changes nothing. The other of the two is answered alike, or
 * told what the matter has come to by then, in a refusal of the command's own.
 */
export async function sendAgain(city: City, who: string, name: CommandName, input: unknown): Promise<Again> {
  const { calls } = city.emulator;
  const send = () => city.send(who, { action: name, input }, functionOf(name));
  const both = await Promise.all([send(), send()]);
  const [first, second] = both[0].ok ? both : ([both[1], both[0]] as const);
  const before = calls.totals().databaseCalls;
  const third = await send();
  const written = writtenIn(calls.recentDatabase(calls.totals().databaseCalls - before)) as CollectionName[];
  const looked = renewing.includes(name) ? [] : written.filter((collection) => !derived.includes(collection));
  const one = news(name, first);
  const others = overtaken(name).includes(news(name, second)) ? [third] : [second, third];
  const different = others.map((reply) => news(name, reply)).filter((other) => other !== one);
  const faults = different.map((other) => `answered ${other} after ${one}`);
  // What was written again may be what stood there: looked at only then, since looking costs more than the call.
  if (looked.length > 0) {
    const stood = await contents(city, looked);
    await send();
    if ((await contents(city, looked)) !== stood) faults.push(`changes ${looked.join(', ')} each time it comes`);
  }
  return { reply: first, faults };
}
