import type { OrgKind } from '../../contract/roles';
import { shares, type Unit, units } from './units';

/** An organisation as the import has it. */
export interface OrgSeed {
  id: string;
  name: string;
  kind: OrgKind;
  parentId: string;
  joinCode: string | null;
}

/** Branches of a general branch. */
const PER_FACULTY = 8;

const faculties = [
  '文学院',
  '理学院',
  '机电学院',
  '管理学院',
  '法学院',
  '化工学院',
  '建筑学院',
  '生命学院',
  '外语学院',
];
const courses = ['中文', '数学', '机械', '会计', '法学', '化工', '建筑', '生物', '英语', '电气', '护理', '金融'];
const streets = ['和平', '建设', '长青', '东湖', '北门', '滨河', '新华', '向阳', '桥头', '中山', '文昌', '临江'];
const places = ['一车间', '二车间', '营业厅', '调度室', '检修班', '研发中心', '客服中心', '物资公司', '机关'];

const pick = (items: readonly string[], index: number): string => items[index % items.length] ?? '';
const two = (number: number): string => String(number).padStart(2, '0');

/** Ten characters that nobody guesses from the name of a branch; the same for the same id. */
export function codeOf(id: string): string {
  const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
  let state = 2_166_136_261;
  const next = (character: number): number => (state = Math.imul(state ^ character, 16_777_619) >>> 0);
  for (const character of id) next(character.codePointAt(0) ?? 0);
  return Array.from({ length: 10 }, (_, index) => alphabet[(next(index) >>> 8) % alphabet.length]).join('');
}

const branch = (id: string, name: string, parentId: string): OrgSeed => ({
  ...{ id, name, kind: 'branch', parentId },
  joinCode: codeOf(id),
});

/** A university's branches are classes below faculties. */
function classes({ id: unitId }: Unit, count: number): OrgSeed[] {
  const found: OrgSeed[] = [];
  for (let index = 0; index < count; index += 1) {
    const number = Math.floor(index / PER_FACULTY);
    const facultyId = `${unitId}-F${two(number + 1)}`;
    if (index % PER_FACULTY === 0) {
      const round = Math.floor(number / faculties.length);
      const name = `${pick(faculties, number)}${round === 0 ? '' : `第${['二', '三', '四'][round - 1] ?? ''}`}团总支`;
      found.push({ id: facultyId, name, kind: 'generalBranch', parentId: unitId, joinCode: null });
    }
    const within = index % PER_FACULTY;
    const year = 22 + (within % 4);
    const name = `${pick(courses, number + Math.floor(within / 4))} ${year}${two(1 + Math.floor(within / 4))} 团支部`;
    found.push(branch(`${facultyId}-B${two(within + 1)}`, name, facultyId));
  }
  return found;
}

const workplaces = ({ id: unitId }: Unit, count: number): OrgSeed[] =>
  Array.from({ length: count }, (_, index) => {
    const round = Math.floor(index / places.length);
    return branch(
      `${unitId}-B${two(index + 1)}`,
      `${pick(places, index)}${round === 0 ? '' : `（${round + 1}）`}团支部`,
      unitId,
    );
  });

const communities = ({ id: unitId }: Unit, count: number): OrgSeed[] =>
  Array.from({ length: count }, (_, index) => {
    const round = Math.floor(index / streets.length);
    const what = ['社区', '街道机关', '中学教工', '卫生院'][round % 4] ?? '社区';
    return branch(`${unitId}-X${two(index + 1)}`, `${pick(streets, index)}${what}团支部`, unitId);
  });

const below = { university: classes, district: communities } as const;

/** So many branches beside those that are there, in units of their own below `rootId`. */
export function largeOrgs(rootId: string, branches: number): OrgSeed[] {
  const counts = shares(
    branches,
    units.map(({ weight }) => weight),
  );
  return units.flatMap((unit, index) => {
    const { id, name, kind, there } = unit;
    const branchesOf = kind === 'university' || kind === 'district' ? below[kind] : workplaces;
    const own: OrgSeed[] = there ? [] : [{ id, name, kind, parentId: rootId, joinCode: null }];
    return [...own, ...branchesOf(unit, counts[index] ?? 0)];
  });
}
