import type { OrgKind } from '../../contract/roles';

/** What the city of full size has beside the small one: units directly below the city committee. */
export interface Unit {
  id: string;
  name: string;
  kind: OrgKind;
  /** How many branches it gets for each of another one of weight 1. */
  weight: number;
  /** It is in the small city already and only gets more branches. */
  there?: true;
}

const universities = [
  ...['理工', '医科', '财经', '农业', '外国语', '海洋', '林业', '政法', '民族', '科技'].map(
    (word) => `江城${word}大学`,
  ),
  ...['音乐', '美术', '体育', '传媒', '旅游', '工程', '警察'].map((word) => `江城${word}学院`),
  ...['交通', '卫生健康', '现代农业', '信息', '建设'].map((word) => `江城${word}职业技术学院`),
];
const enterprises = ['公交', '水务', '燃气', '城投', '电力', '邮政', '粮食', '机床', '通信'];
const offices = ['民政局', '水利局', '司法局', '财政局', '交通运输局', '农业农村局', '市场监督管理局'];

const numbered = (letter: string, from: number, index: number): string =>
  `${letter}${String(from + index).padStart(2, '0')}`;

/** Weights make units as unlike as they are: from 3 branches to 91. */
export const units: readonly Unit[] = [
  ...Array.from({ length: 13 }, (_, index) => ({
    ...{ id: numbered('D', 1, index), name: '', kind: 'district' as const, there: true as const },
    weight: 10 + (index % 4) * 6,
  })),
  ...universities.map((name, index) => ({
    id: numbered('U', 4, index),
    name: `共青团${name}委员会`,
    kind: 'university' as const,
    weight: [91, 60, 48, 40, 33, 26, 20, 16, 12, 9][index % 10] ?? 9,
  })),
  ...enterprises.map((name, index) => ({
    id: numbered('E', 4, index),
    name: `共青团江城${name}集团委员会`,
    kind: 'enterprise' as const,
    weight: 8 + (index % 5) * 3,
  })),
  ...offices.map((name, index) => ({
    id: numbered('G', 4, index),
    name: `共青团江城市${name}机关委员会`,
    kind: 'office' as const,
    weight: 3 + (index % 3),
  })),
];

/** Divides a number by weights into whole parts that add up to it; each part is at least 1 (largest remainder). */
export function shares(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((one, other) => one + other, 0);
  const spare = total - weights.length;
  const exact = weights.map((weight) => (spare * weight) / sum);
  const parts = exact.map((part) => 1 + Math.floor(part));
  const left = total - parts.reduce((one, other) => one + other, 0);
  const byRemainder = exact
    .map((part, index) => ({ index, rest: part - Math.floor(part) }))
    .sort((one, other) => other.rest - one.rest || one.index - other.index);
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}
