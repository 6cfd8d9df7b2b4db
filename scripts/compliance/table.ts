import { config } from '../../contract/config';
import { FEEDBACK_MAX } from '../../contract/domains/feedback/constants';
import { noticeKinds } from '../../contract/shared/notices/constants';
import { countedActs } from '../../cloudfunctions/shared/counts/rules/acts';
import { SMALLEST } from '../../cloudfunctions/shared/counts/rules/small';
import { schema } from '../../cloudfunctions/schema';
import { breachesOf, type Breach } from './forbidden';
import { product, type Examined } from './subject';
import { walk } from './walk';

/** One rule of the law, what the product does about it, and what shows that. */
export interface Row {
  rule: string;
  /** What is asked for. */
  asks: string;
  /** What shows it, each a sentence. */
  evidence: string[];
  /** What is still to come of it. */
  missing: string[];
  /** What was found against it; none where all is well. */
  against: string[];
}

const rules: Readonly<Record<string, string>> = {
  R1: '打卡自愿、默认只有自己看得到；哪里都没有“谁没打卡”的名单',
  R2: '不统计在线时长',
  R3: '不给个人排名；五人以下的数字不显示',
  R4: '评奖由人决定，点赞不计分',
  R5: '不要求截图证明',
  R6: '投诉建议一键可达，有编号和答复期限',
  R7: '公布主办单位、备案编号、用到的数据和用途',
  R8: '请人填写的，先说要花几分钟，每月合计',
  R9: '提醒由本人选择，有每周上限和免打扰时段',
  R10: '自查表由配置生成，出现禁止的内容就不能通过检查',
};

/** What a rule asks for and the product does not have yet. */
const missing: Readonly<Record<string, string[]>> = {
  R8: ['表单还没有逐一写明要花几分钟，也还没有每月合计的负担表。'],
};

const collections = Object.values(schema) as { personal: string | null; retention: object | null }[];

function fieldsOf({ actions }: Examined): number {
  const count = (of: unknown): number =>
    walk(of).shapes.reduce((all, { fields }) => all + Object.keys(fields).length, 0);
  return Object.values(actions).reduce((all, { input, output }) => all + count(input) + count(output), 0);
}

const named = (exact: string): string =>
  Object.values(countedActs)
    .filter((act) => act.exact === exact)
    .map(({ name }) => name)
    .join('、');

/** What shows each rule, from the contract, the collections and the configuration as they are. */
function evidenceOf(examined: Examined): Readonly<Record<string, string[]>> {
  const actions = Object.keys(examined.actions).length;
  const looked = `逐栏查过 ${actions} 项功能的输入与输出（${fieldsOf(examined)} 栏）`;
  const stored = `查过 ${Object.keys(examined.collections).length} 个数据集合申报的全部字段`;
  const personal = collections.filter((one) => one.personal !== null).length;
  return {
    R1: [
      `${looked}，没有按“未完成”列人的名单。`,
      '阅读记录 `checkins` 只有本人的功能能读，别人的一项也没有。',
      '配置里没有打开任何强制开关。',
    ],
    R2: [`${stored}，没有在线、停留或最近在线的时间。`, '阅读分钟只由本人填写，可以不填。'],
    R3: [
      `${looked}，没有个人的名次、积分，也不能按多少给人排序。`,
      `小数规则：不足 ${SMALLEST} 人、或只差不到 ${SMALLEST} 人的，一律用“不足${SMALLEST}人”“九成以上”等代替；成表的再遮住一格，使合计也推不出来。`,
      `这条规则适用于自愿和私人的事：${named('never')}。`,
      `如实显示给有权的人、对其他人仍适用的：${named('for those entitled')}。`,
      '公布的合计每周一定格一次，免得从一天的差别认出一个人；眼下还没有公布这类数字。',
    ],
    R4: ['没有一个字段把点赞、投票或转发与分数放在一起。'],
    R5: ['没有一项功能要求上传截图。'],
    R6: [
      `“投诉建议”在四个标签页的页首，提交即有受理编号，${config.feedback.workdays} 个工作日内答复，最长 ${FEEDBACK_MAX} 字。`,
    ],
    R7: [
      '“关于”页写明主办单位、备案编号、联系方式与许可声明。',
      `${collections.length} 个数据集合各写明用途，其中 ${personal} 个含个人信息，逐项写明给谁看、留多久（\`docs/data-inventory.md\`）。`,
    ],
    R8: ['报名时答过的内容会留着，下次不必再写。'],
    R9: [`${noticeKinds.length} 类提醒各有开关；规则见 \`docs/mechanisms/notices.md\`。`],
    R10: [
      '本表由 `npm run build -- compliance` 生成，与来源不一致时 `npm run check` 不通过。',
      '出现禁止的名单、排名、时长、计分、强制开关或未遮住的小数时，`npm run check` 不通过。',
    ],
  };
}

/** The self-check (合规自查表), rule by rule. */
export function complianceTable(examined: Examined = product()): Row[] {
  const breaches = breachesOf(examined);
  const evidence = evidenceOf(examined);
  return Object.entries(rules).map(([rule, asks]) => ({
    rule,
    asks,
    evidence: evidence[rule] ?? [],
    missing: missing[rule] ?? [],
    against: breaches.filter((breach) => breach.rule === rule).map(saidOf),
  }));
}

/** One breach in words. */
export const saidOf = ({ rule, what, where }: Breach): string => `${rule} ${what}：${where}`;

/** What `npm run check` says of it. */
export const complianceProblems = (): string[] => breachesOf(product()).map(saidOf);
