/** One figure of reliability: what it is, what it has to be, and which tests measure it. */
export interface Figure {
  number: string;
  name: string;
  target: string;
  /**
   * Test files that measure it; with `of`, only those tests in them whose full name it fits. A file that does not exist is
   * a domain that is still to come.
   */
  suites: readonly { file: string; of?: RegExp }[];
  /** Where it takes longer than anybody waits here: the command that measures it. */
  elsewhere?: string;
}

const integration = (file: string, of?: RegExp) => ({ file: `test/integration/${file}.test.ts`, of });
const unit = (file: string, of?: RegExp) => ({ file: `test/unit/${file}.test.ts`, of });
const emulator = (file: string, of?: RegExp) => ({ file: `emulator/test/integration/${file}.test.ts`, of });

/** What breaks a function half-way, and what brings it back: the rest of 1 to 13 is told by the tests of their domains. */
const machine: readonly Figure[] = [
  {
    ...{ number: '10', name: '磁盘写满', target: '说清楚，不损坏' },
    suites: [emulator('state/full')],
  },
  {
    ...{ number: '11', name: '一百万条数据时重启', target: '≤ 2 秒' },
    suites: [],
    elsewhere: 'npm run bench -- --emulator',
  },
  {
    ...{ number: '12', name: '备份、清空、恢复', target: '校验值相同' },
    suites: [emulator('state/round-trip')],
  },
  {
    ...{ number: '13', name: '定时任务触发 1、2、10 次或晚三天', target: '结果相同' },
    suites: [integration('timer/timer', /same state/)],
  },
];

const days: readonly Figure[] = [
  {
    ...{ number: '14', name: '上海时间的零点，400 天，三个时区', target: '日子不错' },
    suites: [unit('contract/day'), unit('checkin/rules', /400 days/)],
  },
  {
    ...{ number: '15', name: '手机时钟差一天', target: '日子不错' },
    suites: [unit('checkin/rules', /phone clock/), unit('checkin/clock')],
  },
];

const rights: readonly Figure[] = [
  {
    ...{ number: '16', name: '动作 × 身份 × 组织的授权表', target: '泄露 0，错拒 0，全部动作' },
    suites: [integration('authz/matrix', /exactly what the table says|every action of the contract/)],
  },
  {
    ...{ number: '17', name: '别的组织里的暗记', target: '答复、日志、导出里 0' },
    suites: [integration('authz/forged', /no secret/)],
  },
  {
    ...{ number: '18', name: '冒充的身份、角色、组织、翻页位置', target: '无效' },
    suites: [integration('authz/matrix', /forged/), integration('authz/forged', /forged|claimed/)],
  },
  {
    ...{ number: '19', name: '向每个动作的每处输入发恶意内容', target: 'INTERNAL 0，无回应 0，被拒的改动 0' },
    suites: [integration('kernel/fuzz')],
  },
];

const files: readonly Figure[] = [
  {
    ...{ number: '20', name: '表格里的恶意单元格', target: '活公式 0' },
    suites: [
      unit('sheets/formulas'),
      unit('sheets/write', /would run|no formula/),
      unit('download/tables', /figure 20/),
    ],
  },
  {
    ...{ number: '21', name: '路径、NUL、内容不符的上传', target: '接受 0' },
    suites: [unit('file/pictures'), unit('file/rules'), integration('file/file')],
  },
  {
    ...{ number: '22', name: '并发下的次数限制', target: '恰好 n 次' },
    suites: [integration('kernel/limits'), integration('kernel/functions', /exact limit/)],
  },
];

const people: readonly Figure[] = [
  {
    ...{ number: '23', name: '注销后还找得到的本人信息', target: '0，总数不变' },
    suites: [
      integration('subject/persons', /nothing is left after erasing/),
      unit('owndata/owndata', /restored backup/),
    ],
  },
  {
    ...{ number: '24', name: '导出的本人信息', target: '数据清单的 100%' },
    suites: [integration('subject/persons', /an export has|no field/), unit('owndata/owndata', /own data come/)],
  },
  {
    ...{ number: '25', name: '管理操作与被拒都有审计，链完好', target: '100%' },
    suites: [integration('authz/matrix', /audit that verifies/), integration('kernel/functions', /chain of their own/)],
  },
  {
    ...{ number: '26', name: '审核结果出来前可见的内容', target: '0；审核服务停用时发布 0' },
    suites: [integration('moderation/hidden'), unit('moderation/machine', /shows nothing|kept from others/)],
  },
];

/** The figures that `npm run figures` measures, in their order. */
export const figures: readonly Figure[] = [...machine, ...days, ...rights, ...files, ...people];
