import type { Browser, Route } from 'playwright-core';
import { deriveId } from '../../cloudfunctions/kernel/ids';
import { errorMessages } from '../../contract/errors';
import { eventId } from '../../scripts/seed/documents';
import { Visitor } from '../e2e/visitor';
import { act } from '../support/gateway';
import type { City, Fate } from './state';
import type { Shot } from './states';

/** The demo city behind this address. */
export function cityAt(url: string): City {
  const books = new Map<string, Promise<string>>();
  const find = async (title: string): Promise<string> => {
    const { items } = await act(url, 'admin', 'book.search', { q: title });
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

/** A page that is not there after so long will not come. */
const PATIENCE_MS = 8000;
/** A page without an answer shows what it has to show at once. */
const UNANSWERED_MS = 500;

/** Somebody with this state before him. The steps that lead to it may fail: `trouble` then says why. */
export async function openShot(
  browser: Browser,
  url: string,
  shot: Shot,
): Promise<{ visitor: Visitor; trouble: string | null }> {
  const city = cityAt(url);
  const visitor = await Visitor.come(browser, url, { persona: shot.persona ?? undefined });
  visitor.context.setDefaultTimeout(PATIENCE_MS);
  if (shot.fate) await visitor.page.route('**/gateway/call', meet(shot.fate));
  let trouble: string | null = null;
  try {
    await visitor.open(`/${shot.route}`, await shot.parameters?.(city));
    if (shot.fate) await visitor.page.waitForTimeout(UNANSWERED_MS);
    if (shot.shows) await visitor.sees(shot.shows);
    await shot.steps?.(visitor, city);
    await visitor.page.waitForTimeout(300);
  } catch (error) {
    trouble = (error as Error).message;
  }
  return { visitor, trouble };
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
