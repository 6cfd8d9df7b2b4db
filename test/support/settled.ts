import { bookDocument } from '../../cloudfunctions/domains/book/rules/book';
import type { MemberDoc } from '../../cloudfunctions/kernel/collections';
import { catalogue, orgs, people, person } from './domains';
import { startStack } from './stack';
import type { Stack } from './stack';

/** The openid by which somebody of the town calls. */
export const openid = (id: string): string => `openid-${id}`;
export const youth = (index: number): string => `youth${index}`;

/** The whole stack with the small town of `domains.ts` in it, `young` more people of the eastern branch and a few books. */
export async function startTown({ clock, young = 0 }: { clock: number; young?: number }): Promise<Stack> {
  const stack = await startStack({ clock });
  const members: MemberDoc[] = Array.from({ length: young }, (_, index) => person(youth(index), 'eastBranch'));
  await stack.db.orgs.addAll(orgs);
  await stack.db.members.addAll([...people, ...members]);
  await stack.db.books.addAll([
    ...catalogue(11),
    bookDocument({ title: '平凡的世界', author: '路遥', publisher: null, isbn: null }, 0),
  ]);
  stack.emulator.calls.clear();
  return stack;
}

/** Round trips of the call that ended last. */
export const trips = (stack: Stack): number | undefined => stack.emulator.calls.last()?.roundTrips;

/** Every query so far that no index served, by collection; on the cloud it would crawl. */
export const unindexed = (stack: Stack): string[] =>
  stack.emulator.calls.unindexed().map(({ action, collection }) => `${action} ${collection ?? ''}`);

/**
 * The same command as the cloud may deliver it: the first reply is lost, then it arrives twice at once, and once more.
 * Gives all replies that somebody might have seen.
 */
export async function redelivered<T>(send: () => Promise<T>): Promise<T[]> {
  await send();
  return [...(await Promise.all([send(), send()])), await send()];
}
