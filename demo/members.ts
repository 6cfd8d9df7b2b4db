import type { Role } from '../contract/roles';

/** Somebody of the demo city. The names are made up. */
export interface DemoMember {
  /** The persona's id, or a name for somebody who is only there to fill the city. */
  key: string;
  name: string;
  orgs: readonly string[];
  grants?: readonly DemoGrant[];
}

/** A role somebody holds; days count from the one on which the city is made. */
export interface DemoGrant {
  role: Role;
  orgId: string;
  fromDay?: number;
  untilDay?: number;
  /** The key of the member in whose place it is held. */
  of?: string;
}

/** Those whom one can be in the local preview; their openids are in `personas.json`. */
const personas: DemoMember[] = [
  { key: 'youth', name: '林晓', orgs: ['U01-WX-B01'] },
  { key: 'cadre', name: '陈望舒', orgs: ['JC-XC'] },
  {
    key: 'branch-secretary',
    name: '周予安',
    orgs: ['U01-WX-B01'],
    grants: [{ role: 'branchSecretary', orgId: 'U01-WX-B01' }],
  },
  { key: 'secretary', name: '沈知行', orgs: ['JC-BG'], grants: [{ role: 'orgAdmin', orgId: 'JC' }] },
  { key: 'admin', name: '许清和', orgs: ['JC-BG'], grants: [{ role: 'cityAdmin', orgId: 'JC' }] },
  { key: 'district-youth', name: '何小满', orgs: ['D01-B02'] },
];

const secretaries: DemoMember[] = [
  { key: 'u01-secretary', name: '顾南乔', orgs: ['U01'], grants: [{ role: 'orgAdmin', orgId: 'U01' }] },
  { key: 'd01-secretary', name: '叶知秋', orgs: ['D01'], grants: [{ role: 'orgAdmin', orgId: 'D01' }] },
  { key: 'e01-secretary', name: '程远', orgs: ['E01'], grants: [{ role: 'orgAdmin', orgId: 'E01' }] },
];

/** Offices of the committee, whose roles reach the whole city, and terms that are over, short or still to come. */
const officials: DemoMember[] = [
  { key: 'office', name: '邵清嘉', orgs: ['JC-BG'], grants: [{ role: 'office', orgId: 'JC' }] },
  { key: 'party-committee', name: '章怀远', orgs: ['JC-JG'], grants: [{ role: 'partyCommittee', orgId: 'JC' }] },
  { key: 'organisation', name: '湛心远', orgs: ['JC-ZZ'], grants: [{ role: 'organisation', orgId: 'JC' }] },
  { key: 'publicity', name: '和书瑶', orgs: ['JC-XC'], grants: [{ role: 'publicity', orgId: 'JC' }] },
  { key: 'moderator', name: '明一舟', orgs: ['JC-XC'], grants: [{ role: 'moderator', orgId: 'JC' }] },
  { key: 'second-admin', name: '程若水', orgs: ['JC-ZZ'], grants: [{ role: 'cityAdmin', orgId: 'JC' }] },
  { key: 'auditor', name: '严正清', orgs: ['JC-BG'], grants: [{ role: 'auditor', orgId: 'JC' }] },
  {
    key: 'former-secretary',
    name: '庾晚舟',
    orgs: ['U01-WX-B01'],
    grants: [{ role: 'branchSecretary', orgId: 'U01-WX-B01', fromDay: -500, untilDay: -90 }],
  },
  {
    key: 'deputy',
    name: '鹿鸣野',
    orgs: ['U01-WX-B02'],
    grants: [{ role: 'branchSecretary', orgId: 'U01-WX-B01', fromDay: -2, untilDay: 12, of: 'branch-secretary' }],
  },
  {
    key: 'next-secretary',
    name: '麦穗',
    orgs: ['D01-B02'],
    grants: [{ role: 'branchSecretary', orgId: 'D01-B02', fromDay: 20 }],
  },
];

/** People who are about to go, have just gone, or are there twice (`moving.ts`). */
const moving: DemoMember[] = [
  { key: 'going', name: '傅云舒', orgs: ['U01-WX-B01'] },
  { key: 'twice-1', name: '柳闻莺', orgs: ['U01-WX-B01'] },
  { key: 'twice-2', name: '柳闻莺', orgs: ['U01-WX-B01'] },
  { key: 'graduate-1', name: '沈砚秋', orgs: ['U01-WX-B03'] },
  { key: 'graduate-2', name: '纪明朗', orgs: ['U01-WX-B03'] },
  { key: 'graduate-3', name: '闵予', orgs: ['U01-WX-B03'] },
  { key: 'graduate-4', name: '池晚晴', orgs: ['U01-WX-B03'] },
];

/** Young people of several branches; a person may belong to two orgs and is counted once. */
const youth: [name: string, ...orgs: string[]][] = [
  ['苏禾', 'U01-WX-B01'],
  ['温言', 'U01-WX-B01'],
  ['孟夏', 'U01-WX-B01'],
  ['江临', 'U01-WX-B02'],
  ['白露', 'U01-WX-B02'],
  ['方遥', 'U01-WX-B02'],
  ['秦桑', 'U01-JY-B01'],
  ['许愿', 'U01-JY-B01'],
  ['梁舟', 'U02-JD-B01'],
  ['祝安', 'U02-JD-B01'],
  ['严序', 'U02-JS-B01'],
  ['罗岸', 'U02-JS-B01'],
  ['戴月', 'U03-HL-B01'],
  ['唐棠', 'U03-HL-B01'],
  ['丁一白', 'D01-B01'],
  ['石见', 'D01-B01'],
  ['余笙', 'D01-B02'],
  ['谢桥', 'D02-B01'],
  ['宋词', 'D02-B02'],
  ['卢照', 'D03-B01'],
  ['韩松', 'E01-YY-B01', 'D01-B01'],
  ['魏来', 'E01-YY-B01'],
  ['曹野', 'E01-YY-B02'],
  ['贺兰', 'E02-B01'],
  ['乔木', 'G01-B01'],
  ['阮青', 'G02-B01'],
];

export const youthKey = (index: number): string => `youth-${String(index + 1).padStart(2, '0')}`;
export const youthCount = youth.length;

export const demoMembers: readonly DemoMember[] = [
  ...personas,
  ...secretaries,
  ...officials,
  ...moving,
  ...youth.map(([name, ...orgs], index) => ({ key: youthKey(index), name, orgs })),
];
