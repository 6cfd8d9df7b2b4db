import type { AuditEntry, AuditSeal } from '../../../../contract/domains/audit/actions';
import { type ExportPurpose, exportPurposes } from '../../../../contract/domains/audit/constants';
import type { AuditDoc, SealDoc } from '../../../kernel/audit/collections';
import { isDenial } from '../../../kernel/audit/rules/kind';
import { noteOf } from '../../../kernel/audit/rules/seal';
import { partsOf } from '../../../kernel/audit/rules/target';
import { outcomeOf, summaryOf, thingOf } from './words';

type Entry = Pick<AuditDoc, '_id' | 'at' | 'actor' | 'action' | 'outcome' | 'target' | 'requestId' | 'kind'>;

/** Who has no record: nobody had joined, or the call came from no WeChat user. */
const nameless: Readonly<Record<string, string>> = { visitor: '没有加入的访客', nobody: '没有身份的调用' };

const isIdPart = ({ key }: { key: string }): boolean => !['purpose', 'since', 'calls'].includes(key);

/** The ids of members and orgs that entries name, each once. */
export function idsOf(entries: readonly Entry[]): { members: string[]; orgs: string[] } {
  const actors = entries.map(({ actor }) => actor).filter((actor) => nameless[actor] === undefined);
  const parts = entries.flatMap(({ action, target }) =>
    partsOf(target).map(({ key, value }) => ({ value, of: thingOf(key, action).of })),
  );
  const ofKind = (kind: string) => parts.filter(({ of }) => of === kind).map(({ value }) => value);
  return { members: [...new Set([...actors, ...ofKind('member')])], orgs: [...new Set(ofKind('org'))] };
}

const isRows = (key: string): boolean => key.endsWith('.rows');

/** In words what an hour's refusals were of: 报名名单（仅组织者） 7 次. */
const counted = (target: string): string =>
  partsOf(target)
    .filter(({ key }) => key.includes('.') && !isRows(key))
    .map(({ key, value }) => `${summaryOf(key)} ${value} 次`)
    .join('、');

const isExportPurpose = (value: string | undefined): value is ExportPurpose =>
  exportPurposes.some((purpose) => purpose === value);

/** One entry in words; `names` of members and orgs that are still there. Of earlier versions only refusals say what kind they are. */
export function entryView(entry: Entry, names: ReadonlyMap<string, string>): AuditEntry {
  const { _id, at, actor, action, outcome, target, requestId } = entry;
  const parts = partsOf(target);
  const purpose = parts.find(({ key }) => key === 'purpose')?.value;
  const calls = counted(target);
  const rows = parts.find(({ key }) => isRows(key))?.value;
  return {
    id: _id,
    at,
    kind: entry.kind ?? earlierKind(outcome),
    actor:
      nameless[actor] === undefined
        ? { id: actor, name: names.get(actor) ?? null }
        : { id: null, name: nameless[actor] },
    action,
    summary: calls === '' ? summaryOf(action) : `${summaryOf(action)}：${calls}`,
    outcome: outcomeOf(outcome),
    things: parts
      .filter((part) => isIdPart(part) && !part.key.includes('.'))
      // A command names its thing in the input, and again in the reply.
      .filter(({ value }, index, all) => all.findIndex((other) => other.value === value) === index)
      .map(({ key, value }) => ({ what: thingOf(key, action).what, id: value, name: names.get(value) ?? null })),
    purpose: isExportPurpose(purpose) ? purpose : null,
    rows: rows === undefined ? null : Number(rows),
    requestId,
  };
}

function earlierKind(outcome: string): AuditEntry['kind'] {
  if (isDenial(outcome) || outcome === 'COUNTED') return 'refused';
  return outcome === 'ok' ? 'act' : 'failed';
}

/** One seal, as it is noted down. */
export const sealView = (seal: SealDoc): AuditSeal => ({
  note: noteOf(seal),
  day: seal.day,
  at: seal.at,
  entries: seal.count,
});
