import { replaceEqualDeep } from '@tanstack/react-query';
import { changeCount, queryClient, type CallKey } from './client';

/*
 * Between the moment that a reply is found to be no older than what was done here, and the moment that it is written
 * into the cache, a few microtasks pass. A command that is confirmed just then would be undone on screen.
 */

/** How many changes there were when a reply was asked for; until it is written. */
const askedAt = new WeakMap<object, number>();

export const noteAsked = (reply: object, changes: number): void => void askedAt.set(reply, changes);

/** Whether something was done since a reply was asked for. Answers once: what is written is looked at no more. */
function isOvertaken(reply: object): boolean {
  const asked = askedAt.get(reply);
  askedAt.delete(reply);
  return asked !== undefined && asked !== changeCount();
}

const repliesIn = (data: unknown): readonly unknown[] =>
  typeof data === 'object' && data !== null && 'pages' in data && Array.isArray(data.pages) ? data.pages : [data];

/** What is written for a query: an older reply in no one's stead, and then it is asked for again. */
export const unlessOvertaken =
  (queryKey: CallKey) =>
  (before: unknown, data: unknown): unknown => {
    const overtaken = repliesIn(data).filter(
      (reply) => typeof reply === 'object' && reply !== null && isOvertaken(reply),
    );
    if (overtaken.length === 0) return replaceEqualDeep(before, data);
    void Promise.resolve().then(() => queryClient.invalidateQueries({ queryKey }));
    return before ?? data;
  };
