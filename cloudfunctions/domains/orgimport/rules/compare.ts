import type { PlannedItem } from '../../../shared/imports/shape';
import { wrongItems } from '../../../shared/imports/rules/import';
import type { OrgDoc } from '../../org/collections';
import { type OrgAct, stored } from './acts';
import { aliasesOf, type Choices, isOrg, resolved } from './aliases';
import { candidateFinder } from './candidates';
import { missingItems } from './missing';
import type { OrgChange } from './moves';
import { keptOf, planOrgs } from './plan';
import type { OrgRow } from './rows';
import { beyond } from './scope';
import { type KnownOrg, type Tree, upward } from './tree';

/** What is new to a list of orgs, what it changes, what it leaves open; or what is wrong with it, then nothing else. */
export function compareOrgs(given: readonly OrgRow[], tree: Tree, choices: Choices): PlannedItem[] {
  const aliases = aliasesOf(choices, given, {
    isFree: (rowId) => !tree.known.has(rowId),
    mayBe: (orgId) => orgId !== tree.top._id && tree.isLive(orgId),
  });
  const rows = resolved(given, aliases);
  const outside = beyond(rows, tree);
  if (outside.length > 0) return wrongItems(outside);
  const plan = planOrgs(withOwnName(rows, tree), [...tree.known.values()] as OrgDoc[]);
  if (plan.problems.length > 0) return wrongItems(plan.problems);
  const teller = new Teller(rows, tree, choices, new Map(plan.changes.map((change) => [change.line, change])));
  const numbers = new Map([...aliases].map(([rowId, orgId]) => [orgId, rowId]));
  const items = rows.flatMap((row) => {
    const org = tree.known.get(row.id);
    return org === undefined ? teller.added(row as NewRow) : teller.known(row, org, numbers.get(row.id));
  });
  const added = rows.filter(({ id }) => !tree.known.has(id));
  return [...items, ...missingItems(rows, tree, { added, choices })];
}

/** A row of an org that is not there yet: nothing `beyond` the tree, so it has a parent. */
type NewRow = OrgRow & { parentId: string };

/** What an org is called is the affair of those above it, as on its page: only the city's list says what its top is called. */
const isOwnName = ({ id }: OrgRow, { top }: Tree): boolean => id === top._id && top.parentId !== null;
const withOwnName = (rows: readonly OrgRow[], tree: Tree): OrgRow[] =>
  rows.map((row) => (isOwnName(row, tree) ? { ...row, name: tree.top.name } : row));

const orgLabel = (org: Pick<KnownOrg, '_id' | 'name'>) => `就是 “${org.name}”（${org._id}），沿用原编号`;
const IS_NEW = { choice: 'new', label: '是新的组织' };

class Teller {
  private readonly parents: ReadonlyMap<string, string | null>;
  private readonly namesNow: ReadonlyMap<string, string>;
  private readonly namesThen: ReadonlyMap<string, string>;
  private readonly candidates: (row: OrgRow) => KnownOrg[];

  constructor(
    rows: readonly OrgRow[],
    private readonly tree: Tree,
    private readonly choices: Choices,
    private readonly changes: ReadonlyMap<number, OrgChange>,
  ) {
    this.parents = new Map(rows.map(({ id, parentId }) => [id, parentId]));
    this.namesNow = new Map([...tree.known].map(([id, { name }]) => [id, name]));
    this.namesThen = new Map([...this.namesNow, ...rows.map(({ id, name }) => [id, name] as const)]);
    this.candidates = candidateFinder(rows, tree);
  }

  added(row: NewRow): PlannedItem {
    const candidates = this.candidates(row);
    const isOpen = candidates.length > 0 && this.choices[row.id] !== IS_NEW.choice;
    const { id, name, kind, parentId } = row;
    const act: OrgAct = { do: 'create', id, name, kind, parentId };
    return {
      ...this.plain(row),
      verdict: isOpen ? 'ambiguous' : 'added',
      changes: [{ field: '上级', from: '', to: labelIn(this.namesThen, parentId) }],
      note: isOpen ? '编号是新的，名称却与文件里没有的组织相同' : '',
      choices:
        candidates.length > 0
          ? [IS_NEW, ...candidates.map((org) => ({ choice: isOrg(org._id), label: orgLabel(org) }))]
          : [],
      decision: isOpen || candidates.length === 0 ? null : IS_NEW.choice,
      act: isOpen ? null : stored(act),
    };
  }

  /** A row of an org that is there, `alias` being the number it has in the file where that is another. */
  known(row: OrgRow, org: KnownOrg, alias: string | undefined): PlannedItem[] {
    if (org.archivedAt !== undefined) return [this.archived(row)];
    const change = this.changes.get(row.line);
    const ownName = isOwnName(row, this.tree) && row.name !== org.name;
    const kept = ownName ? `自己的名称由上级组织改，保持 “${org.name}” 不变` : keptOf(row, org);
    if (change === undefined && alias === undefined && kept === undefined) return [];
    const recognised =
      alias === undefined
        ? {}
        : {
            key: alias,
            choices: [IS_NEW, { choice: isOrg(org._id), label: orgLabel(org) }],
            decision: isOrg(org._id),
          };
    const notes = [alias !== undefined && `文件里的编号 “${alias}” 认作 “${org._id}”`, kept].filter((note) => note);
    return [
      {
        ...this.plain(row),
        ...recognised,
        verdict: change === undefined ? 'same' : 'changed',
        changes: this.told(change),
        note: notes.join('；'),
        act: change === undefined ? null : stored(actOfChange(change)),
      },
    ];
  }

  private archived(row: OrgRow): PlannedItem {
    const choice = this.choices[row.id];
    const decision = choice === 'restore' || choice === 'keep' ? choice : null;
    return {
      ...this.plain(row),
      verdict: decision === null ? 'ambiguous' : decision === 'restore' ? 'added' : 'same',
      note: decision === 'restore' ? '恢复归档的组织；名称与上级不同时，恢复后再导入一次' : '这个组织已归档',
      choices: [
        { choice: 'restore', label: '恢复它' },
        { choice: 'keep', label: '仍旧归档' },
      ],
      decision,
      act: decision === 'restore' ? stored({ do: 'restore', id: row.id }) : null,
    };
  }

  private plain(row: OrgRow): Omit<PlannedItem, 'verdict'> {
    return {
      key: row.id,
      line: row.line,
      name: row.name,
      changes: [],
      note: '',
      choices: [],
      decision: null,
      // Parents before children: then a move never goes below what still has to move away.
      rank: upward(row.id, this.parents, this.tree).length,
      act: null,
    };
  }

  private told(change: OrgChange | undefined): PlannedItem['changes'] {
    if (change === undefined) return [];
    const { name, parentId } = change;
    return [
      ...(name === undefined ? [] : [{ field: '名称', ...name }]),
      ...(parentId === undefined
        ? []
        : [
            {
              field: '上级',
              from: labelIn(this.namesNow, parentId.from),
              to: labelIn(this.namesThen, parentId.to),
            },
          ]),
    ];
  }
}

/** An org by its name and number; by its number alone where it was moved out of the tree an instant ago. */
function labelIn(names: ReadonlyMap<string, string>, id: string): string {
  const name = names.get(id);
  return name === undefined ? id : `${name}（${id}）`;
}

const actOfChange = ({ org, name, parentId }: OrgChange): OrgAct => ({
  do: 'change',
  id: org._id,
  ...(name !== undefined && { name }),
  ...(parentId !== undefined && { parentId }),
});
