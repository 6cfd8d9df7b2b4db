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

/** Why an entry of a kind that this version has no more is not sent. */
const NO_SUCH_KIND = '现在的版本不能再送出这一项。如果还需要，请重新做一次。';

/** An entry that can be told of; `isKnown`: it can be sent as well. */
interface Read {
  entry: Queued;
  isKnown: boolean;
}

function readEntry(value: unknown, kinds: Kinds): Read[] {
  const entry = present(value);
  const { id, who, action, sendings, faults } = entry;
  const isWhole = [id, who].every(isText) && [sendings, faults].every(isNumber) && isText(action);
  if (!isWhole) return [];
  const kind = kinds.of(action);
  if (kind?.isStored(entry) === false) return [];
  return [{ entry: entry as unknown as Queued, isKnown: kind !== undefined }];
}

function readRefused(value: unknown, kinds: Kinds): OutboxState['refused'] {
  const { entry, code, message } = fieldsOf(value);
  if (!isText(code) || !isText(message)) return [];
  return readEntry(entry, kinds).map((read) => ({ entry: read.entry, code: code as 'INTERNAL', message }));
}

/**
 * What of a stored queue can be shown and sent. What another version queued and this one does not know is refused, so
 * that its person hears of it; what is damaged is left out.
 */
export function readOutbox(stored: unknown, kinds: Kinds): OutboxState {
  const { waiting, refused } = fieldsOf(stored);
  const read = listOf(waiting).flatMap((entry) => readEntry(entry, kinds));
  const unknown = read.filter(({ isKnown }) => !isKnown);
  return {
    waiting: read.filter(({ isKnown }) => isKnown).map(({ entry }) => entry),
    refused: [
      ...listOf(refused).flatMap((one) => readRefused(one, kinds)),
      ...unknown.map(({ entry }) => ({ entry, code: 'UNKNOWN_ACTION' as const, message: NO_SUCH_KIND })),
    ],
  };
}
