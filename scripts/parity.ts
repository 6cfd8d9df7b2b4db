import { runNode } from './lib/child';
import { command } from './lib/command';
import { takes } from './lib/options';
import { inRoot } from './lib/paths';
import { OperatorError } from './lib/say';

const reader = takes({
  name: 'parity',
  does: '在真实云环境上运行对照用例，记录它的答复与本地不同之处。会清空用例所用的两个集合，请用测试环境。',
  options: {
    env: {
      value: '环境ID',
      what: '云环境；另需环境变量 TENCENTCLOUD_SECRETID 与 TENCENTCLOUD_SECRETKEY，或 CLOUDBASE_APIKEY',
    },
  },
});

/** `npm run parity -- --env ENVID`: the local cloud compares itself with a real environment, and keeps the record. */
command(reader, async ({ options }) => {
  if (options.env === undefined) throw new OperatorError(`请写明云环境。\n\n${reader.help}`);
  const { code } = await runNode(['--import', 'tsx', inRoot('emulator/scripts/parity.ts'), options.env], {
    output: 'show',
  });
  return code;
});
