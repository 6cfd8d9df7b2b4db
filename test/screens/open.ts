import type { Route } from 'playwright-core';
import { deriveId } from '../../cloudfunctions/kernel/ids';
import { searchField } from '../../contract/fields';
import { beginningOf } from '../../contract/graphemes';
import { errorMessages } from '../../contract/errors';
import { eventId } from '../../scripts/seed/documents';
import { until, type Visitor } from '../e2e/visitor';
import { act } from '../support/gateway';
import { looks, putOn } from './looks';
import type { City, Fate } from './state';
import type { Shot } from './states';

/** The demo city behind this address. */
export function cityAt(url: string): City {
  const books = new Map<string, Promise<string>>();
  const find = async (title: string): Promise<string> => {
    const { items } = await act(url, 'admin', 'book.search', { q: beginningOf(title, searchField.max) });
    return items.find((book) => book.title === title)?.id ?? '';
  };
  return {
    book(title) {
      const known = books.get(title) ?? find(title);
      books.set(title, known);
      return known;
    },
    event: eventId,
    recommendation: (key) => deriveId('r', 'demo', key),
  };
}

/** Brings a state before a visitor who is its persona. Gives why when the steps that lead to it fail. */
export async function openShot(visitor: Visitor, url: string, shot: Shot): Promise<string | null> {
  const city = cityAt(url);
  // From the beginning: what slides in costs more than all that is looked at afterwards.
  await putOn(visitor.page, looks.light);
  if (shot.fate) await visitor.page.route('**/gateway/call', meet(shot.fate));
  try {
    await visitor.open(`/${shot.route}`, await shot.parameters?.(city));
    if (shot.fate) await until(() => Promise.resolve(visitor.sent.length > 0), 'something is asked for');
    if (shot.shows) await visitor.sees(shot.shows);
    await shot.steps?.(visitor, city);
    await visitor.rests({ calls: shot.fate !== 'waits' });
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Lets every call meet its fate. */
const meet =
  (fate: Fate) =>
  async (route: Route): Promise<void> => {
    if (fate === 'waits') return;
    if (fate === 'lost') return route.abort('internetdisconnected');
    const reply = { ok: false, code: fate, message: errorMessages[fate], requestId: 'R20260101' };
    return route.fulfill({ json: { result: reply } });
  };
