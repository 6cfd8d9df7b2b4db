import type { Role } from '../../roles';

/** Longest name of a group and longest own title, in characters. */
export const GROUP_MAX = 20;
export const TITLE_MAX = 20;
/** Most duties that a board shows; no org has that many at a time. */
export const BOARD_MAX = 300;

/** Duties (职务) in the order in which a board names them; `other` is for whatever title an org has besides. */
export const dutyKinds = [
  'secretary',
  'deputySecretary',
  'branchSecretary',
  'deputyBranchSecretary',
  'organisationMember',
  'publicityMember',
  'committeeMember',
  'leader',
  'deputyLeader',
  'groupMember',
  'officeHead',
  'officeDeputy',
  'officeMember',
  'departmentHead',
  'departmentDeputy',
  'other',
] as const;
export type DutyKind = (typeof dutyKinds)[number];

/**
 * What the role of a duty came to: it has none, or was given; or it was not: nobody wanted it, the person does not use the
 * system, it is not the writer's to give, this kind of org does not have it, the person holds it already.
 */
export const rightsStates = ['none', 'given', 'unwanted', 'not a member', 'not entitled', 'not here', 'held'] as const;
export type RightsState = (typeof rightsStates)[number];

interface DutySpec {
  readonly name: string;
  /**
   * The role that comes with it: given with the same dates, where the person uses the system and whoever writes it down
   * may give that role there. Null: the duty is an honour and a task, and no right.
   */
  readonly role: Role | null;
}

/** The duty table: the only place where a duty gives a right. */
export const dutyTable: Readonly<Record<DutyKind, DutySpec>> = {
  secretary: { name: '书记', role: 'orgAdmin' },
  deputySecretary: { name: '副书记', role: null },
  branchSecretary: { name: '支部书记', role: 'branchSecretary' },
  deputyBranchSecretary: { name: '支部副书记', role: null },
  organisationMember: { name: '组织委员', role: null },
  publicityMember: { name: '宣传委员', role: null },
  committeeMember: { name: '委员', role: null },
  leader: { name: '组长', role: null },
  deputyLeader: { name: '副组长', role: null },
  groupMember: { name: '成员', role: null },
  officeHead: { name: '办公室主任', role: null },
  officeDeputy: { name: '办公室副主任', role: null },
  officeMember: { name: '办公室成员', role: null },
  departmentHead: { name: '部长', role: null },
  departmentDeputy: { name: '副部长', role: null },
  other: { name: '其他职务', role: null },
};

interface GroupSpec {
  readonly name: string;
  readonly kinds: readonly DutyKind[];
}

/** Groups that a form offers, with the duties there are in them; an org may name others. */
export const usualGroups: readonly GroupSpec[] = [
  { name: '领导班子', kinds: ['secretary', 'deputySecretary', 'committeeMember', 'other'] },
  {
    name: '支部委员会',
    kinds: [
      'branchSecretary',
      'deputyBranchSecretary',
      'organisationMember',
      'publicityMember',
      'committeeMember',
      'other',
    ],
  },
  { name: '领导小组', kinds: ['leader', 'deputyLeader', 'groupMember', 'other'] },
  { name: '领导小组办公室', kinds: ['officeHead', 'officeDeputy', 'officeMember', 'other'] },
  { name: '部室', kinds: ['departmentHead', 'departmentDeputy', 'other'] },
];
