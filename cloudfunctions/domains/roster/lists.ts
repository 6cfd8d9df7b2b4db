import type { RosterList } from '../../../contract/domains/roster/actions';
import type { RosterQuestion } from '../../../contract/domains/roster/constants';
import { namesIn } from '../../kernel/members';
import type { Others } from '../../kernel/others';
import { seal } from '../../kernel/seal';
import { readSheet } from '../../shared/sheets/public';
import { SheetFault } from '../../shared/sheets/rules/fault';
import type { RosterDatabase } from './collections';
import { compare, type Compared, type SealedLine } from './rules/compare';
import { foldAnswer, foldName } from './rules/fold';
import { linesOf, rowsOf, type Fault, type Line, type Listed } from './rules/rows';
import { namesOf } from './store';

const NAME = 'rostername';
/** A name as it is stored. */
export const sealName = (folded: string): string => seal(NAME, folded);
/** An answer as it is stored, of this name only, so that equal answers of different people are not equal. */
export const sealAnswer = (k: string, folded: string): string => (folded === '' ? '' : seal('rosteranswer', k, folded));

async function listedIn(list: RosterList): Promise<Listed | SheetFault> {
  if (list.from === 'text') return linesOf(list.text);
  try {
    return rowsOf(await readSheet(Buffer.from(list.base64, 'base64'), list.fileName));
  } catch (error) {
    if (error instanceof SheetFault) return error;
    throw error;
  }
}

/** A list against what is there. */
export type Looked = Compared & { notes: string[]; all: number };

function sealed({ line, name, answer }: Line, question: RosterQuestion): SealedLine | Fault {
  const folded = foldName(name);
  if ('problem' in folded) return { line, what: folded.problem };
  const k = sealName(folded.name);
  return { line, k, a: sealAnswer(k, foldAnswer(question, answer)) };
}

/** Reads a list and compares it with the roster and the members of an org. Two round trips; a fault where it is no list. */
export async function look(
  { db, others, now }: { db: RosterDatabase; others: Others; now: number },
  { orgId, list, question, anew }: { orgId: string; list: RosterList; question: RosterQuestion; anew: boolean },
): Promise<Looked | SheetFault> {
  const listed = await listedIn(list);
  if (listed instanceof SheetFault) return listed;
  const [stored, members] = await Promise.all([anew ? [] : namesOf(db, orgId, now), namesIn(others, orgId)]);
  const known = members.flatMap((name) => {
    const folded = foldName(name);
    return 'name' in folded ? [sealName(folded.name)] : [];
  });
  const lines = listed.lines.map((line) => sealed(line, question));
  const faults = lines.filter((line) => 'what' in line);
  const compared = compare(
    lines.filter((line) => 'k' in line),
    stored,
    new Set(known),
  );
  return {
    ...compared,
    faults: [...listed.faults, ...faults, ...compared.faults].sort((one, other) => one.line - other.line),
    notes: listed.notes,
    all: stored.length + compared.adds.length,
  };
}
