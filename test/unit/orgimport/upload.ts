import type { ImportVerdict } from '../../../contract/shared/imports/constants';
import { IMPORT_PART_BYTES } from '../../../contract/shared/imports/constants';
import { orgimportDomain } from '../../../cloudfunctions/domains/orgimport/domain';
import { command, openTown, type Town } from '../../support/domains';
import type { Gate } from '../../support/gated';
import { runJob } from '../../support/runJob';

export const NOW = Date.UTC(2026, 10, 29, 4);
const HEAD = '编号,名称,类型,上级编号';

/** A list as a CSV. */
export const csv = (...rows: string[]): Buffer => Buffer.from([HEAD, ...rows].join('\n'));

/** Opens the town with the head of the east and a head of the whole city. */
export const openCity = (gate: Gate = {}): Promise<Town> => openTown(NOW, gate);

let commands = 1000;
export const nextCommand = (): string => command((commands += 1));

/** Does everything that waits for the timer. */
export async function settle(town: Town): Promise<void> {
  for (const item of await town.db.jobs.find({ kind: 'orgimport', state: 'due' }, { limit: 100 })) {
    await runJob(orgimportDomain.jobs.orgimport, town.db, town.clock.now, item.key);
    await town.db.jobs.update({ _id: item._id }, { set: { state: 'done' } });
  }
}

/** Sends a file in its parts and has it read; the id of the import. */
export async function upload(
  town: Town,
  bytes: Buffer,
  { who = 'head', orgId = 'east', fileName = '名单.csv' } = {},
): Promise<string> {
  const begun = await town.done(who, 'orgimport.begin', {
    commandId: nextCommand(),
    orgId,
    fileName,
    size: bytes.length,
  });
  const { id } = begun.import;
  for (let index = 0; index * IMPORT_PART_BYTES < bytes.length; index += 1) {
    const part = bytes.subarray(index * IMPORT_PART_BYTES, (index + 1) * IMPORT_PART_BYTES);
    const base64 = part.toString('base64');
    await town.done(who, 'orgimport.part', { commandId: nextCommand(), id, index, base64 });
  }
  await town.done(who, 'orgimport.preview', { commandId: nextCommand(), id });
  await settle(town);
  return id;
}

export const stand = async (town: Town, id: string, who = 'head') =>
  (await town.done(who, 'orgimport.get', { id })).import;

export const rows = async (town: Town, id: string, verdict: ImportVerdict, who = 'head') =>
  (await town.done(who, 'orgimport.rows', { id, verdict })).items;

/** What is wrong, a line each. */
export const wrong = async (town: Town, id: string, who = 'head') =>
  (await rows(town, id, 'wrong', who)).map(({ line, changes: [told] }) => `${line} ${told?.field} ${told?.from}`);

export async function act(
  town: Town,
  action: 'orgimport.apply' | 'orgimport.undo',
  id: string,
  who = 'head',
): Promise<void> {
  await town.done(who, action, { commandId: nextCommand(), id });
  await settle(town);
}

export async function decide(
  town: Town,
  id: string,
  verdict: ImportVerdict,
  choices: Record<string, string>,
): Promise<void> {
  const items = await rows(town, id, verdict);
  const decisions = items.flatMap((item) => {
    const choice = choices[item.name];
    return choice === undefined ? [] : [{ id: item.id, choice }];
  });
  await town.done('head', 'orgimport.decide', { commandId: nextCommand(), id, decisions });
  await settle(town);
}

/** Who stands where by which name, those that were put away marked. */
export async function tree(town: Town, orgId = 'east'): Promise<Record<string, string>> {
  const orgs = await town.db.orgs.find({ path: orgId }, { limit: 1000 });
  return Object.fromEntries(
    orgs.map((org) => {
      const { _id, name, parentId } = org;
      return [_id, `${parentId ?? ''}/${name}${org.archivedAt === undefined ? '' : '（归档）'}`];
    }),
  );
}
