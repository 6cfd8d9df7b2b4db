import type { ActionInput, ActionName, ActionOutput } from '../../../contract/registry';
import { command, openTown, orgs, person, type Town } from '../../support/domains';
import type { Gate } from '../../support/gated';
import { searchKeysOf } from '../../../cloudfunctions/shared/search/rules/keys';

export const NOW = Date.UTC(2026, 5, 20, 4);
export const DAY = 86_400_000;

/** The town, with a third branch in the west; its orgs can be found by name. */
export async function transferTown(gate: Gate = {}, more: Parameters<typeof openTown>[2] = []): Promise<Town> {
  const town = await openTown(NOW, gate, more);
  for (const { _id, name } of orgs) await town.db.orgs.update({ _id }, { set: { ...searchKeysOf(name, 'thing') } });
  return town;
}

let count = 0;
/** A command id that no other has. */
export const fresh = (): string => command(1000 + (count += 1));

export const orgIdsOf = async (town: Town, id: string): Promise<string[] | undefined> =>
  (await town.db.members.get(id))?.orgIds;

/** Asks to go from the eastern branch to the western one. */
export const ask = async (town: Town, who = 'reader', over: Partial<ActionInput<'transfer.ask'>> = {}) => {
  const input = { commandId: fresh(), fromId: 'eastBranch', toId: 'westBranch', reason: '', ...over };
  return (await town.done(who, 'transfer.ask', input)).transfer.id;
};

export const answer = (town: Town, id: string, over: Partial<ActionInput<'transfer.answer'>> = {}, who = 'rival') =>
  town.call(who, 'transfer.answer', { commandId: fresh(), id, accept: true, text: '', ...over });

/** A graduation with people of the eastern branch. */
export const graduates = (count: number) =>
  Array.from({ length: count }, (_, index) => person(`grad${index}`, 'eastBranch'));

export const codeOf = <N extends ActionName>(
  reply: { ok: true; data: ActionOutput<N> } | { ok: false; code: string },
) => (reply.ok ? 'ok' : reply.code);
