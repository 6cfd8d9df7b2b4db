import type { ActionInput } from '../../../contract/registry';
import { command, openTown, person } from '../../support/domains';
import type { Town } from '../../support/domains';
import type { Gate } from '../../support/gated';

export const NOW = Date.UTC(2026, 10, 23, 4);
export const HOUR = 3_600_000;

export const plan = {
  title: '悦读青春诵读会',
  kind: 'recitation' as const,
  place: '滨江青年之家',
  about: '带一段自己喜欢的文字来。',
  startsAt: NOW + 48 * HOUR,
  endsAt: NOW + 50 * HOUR,
  deadline: NOW + 24 * HOUR,
  capacity: 2,
};

export const youth = (index: number): string => `youth${index}`;

/** The town with young people of the eastern branch, and an event of that branch run by its secretary. */
export async function openEvent(
  more: Partial<Omit<ActionInput<'event.create'>, 'commandId'>> = {},
  { gate = {}, people = 8 }: { gate?: Gate; people?: number } = {},
): Promise<{ town: Town; id: string }> {
  const members = Array.from({ length: people }, (_, index) => person(youth(index), 'eastBranch'));
  const town = await openTown(NOW, gate, members);
  const { event } = await town.done('secretary', 'event.create', {
    commandId: command(0),
    orgId: 'eastBranch',
    form: [],
    ...plan,
    ...more,
  });
  return { town, id: event.id };
}

export const stored = async (town: Town, id: string) => {
  const event = await town.db.events.get(id);
  if (event === undefined) throw new Error('no event');
  return event;
};
