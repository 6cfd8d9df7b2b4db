import type { CheckIn } from '@contract/domains/checkin/actions';
import { dayLabel, monthOf, type Day } from '@contract/day';
import type { ActionOutput, QueryName } from '@contract/registry';
import { currentWho } from '@backend/identity';
import { patch } from '@/shared/call/client';
import { defineQueued, type QueuedKind } from '@/shared/outbox/queued';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import type { Entry, Remove, Submit, Undo } from './entry';
import { removeInput, submitInput, undoInput } from './input';
import { checkinLane } from './lane';
import { isStoredRemove, isStoredSubmit, isStoredUndo } from './stored';

const withDay = (days: CheckIn[], checkIn: CheckIn): CheckIn[] =>
  [...days.filter(({ day }) => day !== checkIn.day), ...(checkIn.lines.length > 0 ? [checkIn] : [])].sort((a, b) =>
    a.day < b.day ? -1 : 1,
  );

/** What is on screen takes the confirmed day over at once, so that nothing flickers between waiting and refreshed. */
function showDone(checkIn: CheckIn): void {
  const month = monthOf(checkIn.day);
  patch<ActionOutput<'home.today'>>('home.today', {}, (data) =>
    data.month === month ? { ...data, days: withDay(data.days, checkIn) } : data,
  );
  patch<ActionOutput<'checkin.month'>>('checkin.month', { month }, (data) => ({
    ...data,
    days: withDay(data.days, checkIn),
  }));
}

/** What `showDone` puts right. */
const shows: readonly QueryName[] = ['home.today', 'checkin.month'];

/** Days on which this launch's commands were recorded; an undo that comes after the answer needs it. */
const landed = new Map<string, Day>();
export const landedOn = (id: string): Day | undefined => landed.get(id);

function onDone({ id, who }: Entry, { checkIn }: { checkIn: CheckIn }): void {
  landed.set(id, checkIn.day);
  if (who === currentWho()) showDone(checkIn);
}

/** Why an undo changed nothing; another phone is the usual reason. */
const leftAlone: Record<Undo['what'], string> = {
  tap: '另外也记过或改过，没有撤销',
  removal: '之后又改过，没有恢复',
};

const titleOf = ({ day, book }: Entry, verb: string): string => `${dayLabel(day)}《${book.title}》没能${verb}`;

const submit = defineQueued<Submit>({
  action: 'checkin.submit',
  lane: checkinLane,
  isStored: isStoredSubmit,
  toInput: submitInput,
  onDone,
  shows,
  told: (entry) => ({
    title: titleOf(entry, '记下'),
    ...(entry.details.note ? { words: { name: '心得', text: entry.details.note } } : {}),
  }),
});

const remove = defineQueued<Remove>({
  action: 'checkin.remove',
  lane: checkinLane,
  isStored: isStoredRemove,
  toInput: removeInput,
  onDone,
  shows,
  dependsOn: ({ of }) => of,
  told: (entry) => ({ title: titleOf(entry, '移除') }),
});

const undo = defineQueued<Undo>({
  action: 'checkin.undo',
  lane: checkinLane,
  isStored: isStoredUndo,
  toInput: undoInput,
  onDone: (entry, reply) => {
    onDone(entry, reply);
    if (!reply.undone && entry.who === currentWho()) snackbar(leftAlone[entry.what]);
  },
  shows,
  dependsOn: ({ of }) => of,
  told: (entry) => ({ title: titleOf(entry, '撤销') }),
});

/** The commands of a check-in that may be given offline. */
export const checkinKinds: readonly QueuedKind[] = [submit, remove, undo];
