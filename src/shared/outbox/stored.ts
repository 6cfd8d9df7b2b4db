import { fieldsOf, isNumber, isText, type Fields } from './unknown';
import type { Kinds, Queued } from './queued';
import type { OutboxState } from './state';

/*
 * The queue as an earlier launch stored it, perhaps another version of the app, perhaps damaged. One entry that can be
 * neither shown nor sent would keep 今日 from being drawn and everything behind it from being sent, at every launch.
 */

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** What the first versions stored, when check-ins alone could wait: a `kind` instead of an action. */
const firstKinds = new Map<unknown, Queued['action']>([
  ['submit', 'checkin.submit'],
  ['remove', 'checkin.remove'],
  ['undo', 'checkin.undo'],
]);
function present(value: unknown): Fields {
  const { kind, ...entry } = fieldsOf(value);
  return entry.action === undefined ? { ...entry, action: firstKinds.get(kind) } : entry;
}

function readEntry(value: unknown, kinds: Kinds): Queued[] {
  const entry = present(value);
  const { id, who, action, sendings, faults } = entry;
  const isWhole = [id, who].every(isText) && [sendings, faults].every(isNumber) && isText(action);
  return isWhole && kinds.of(action)?.isStored(entry) === true ? [entry as unknown as Queued] : [];
}

function readRefused(value: unknown, kinds: Kinds): OutboxState['refused'] {
  const { entry, code, message } = fieldsOf(value);
  if (!isText(code) || !isText(message)) return [];
  return readEntry(entry, kinds).map((read) => ({ entry: read, code: code as 'INTERNAL', message }));
}

/** What of a stored queue can be shown and sent; the rest is left out. */
export function readOutbox(stored: unknown, kinds: Kinds): OutboxState {
  const { waiting, refused } = fieldsOf(stored);
  return {
    waiting: listOf(waiting).flatMap((entry) => readEntry(entry, kinds)),
    refused: listOf(refused).flatMap((one) => readRefused(one, kinds)),
  };
}
