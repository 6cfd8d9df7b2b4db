import type { ActionInput } from '../../../contract/registry';
import { command, openTown, person } from '../../support/domains';
import type { Town } from '../../support/domains';
import { HOUR, NOW, plan } from '../../support/eventPlan';
import type { Gate } from '../../support/gated';

export { HOUR, NOW, plan };

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
