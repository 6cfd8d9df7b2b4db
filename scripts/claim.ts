import { openClaim } from '../cloudfunctions/domains/role/claiming';
import { CLAIM_DAYS } from '../contract/domains/role/constants';
import { command } from './lib/command';
import { takes } from './lib/options';
import { OperatorError, say } from './lib/say';
import { cloudTarget, localTarget } from './lib/target';

const reader = takes({
  name: 'claim',
  does: '生成首位管理员的一次性认领码并打印。只存校验值，丢了就重新生成，旧的随即作废。系统运行时也可以用。',
  options: {
    data: { value: '目录', what: '数据目录，默认 .data（或环境变量 DATA_DIR）' },
    env: { value: '环境ID', what: '云环境而不是本机' },
    force: { what: '已有管理员时也生成：管理员都联系不上的时候用' },
  },
});

/** `npm run claim`: the code with which somebody becomes the first administrator of the city. */
command(reader, async ({ options }) => {
  const target = options.env === undefined ? await localTarget('连接', options.data) : cloudTarget('连接', options.env);
  try {
    const opened = await openClaim(target.db, { now: Date.now(), forced: options.force === true });
    if (opened === 'no root') throw new OperatorError('还没有组织。请先用 npm run import 导入组织树，再生成认领码。');
    if (opened === 'held') {
      throw new OperatorError('已经有管理员了，新的管理员由他授予。管理员都联系不上时，加 --force 再生成。');
    }
    say();
    say(`认领码：${spaced(opened.code)}`);
    say(`${CLAIM_DAYS} 天内有效，只能用一次。请当面或打电话交给管理员，不要发到群里。`);
    say('在小程序“我的 → 关于 → 认领管理员”里填写，不必先加入支部。');
    return 0;
  } finally {
    await target.close();
  }
});

/** In groups, which are easier to read aloud. */
const spaced = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ');
