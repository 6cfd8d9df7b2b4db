import { functionSettings } from '../../contract/functions';
import { functionNames } from '../lib/functions';
import { triggersOf } from './functions';

/**
 * What CloudBase's command line deploys, made from `contract/functions.ts`. Timeouts in seconds, memory in MB. The
 * environment's id is the deployer's and comes from the environment variable ENV_ID.
 */
export function cloudbaserc(): string {
  const file = {
    '//': '由 contract/functions.ts 生成，请勿手改。重新生成：npm run build -- cloudbaserc',
    version: '2.0',
    envId: '{{env.ENV_ID}}',
    functionRoot: 'dist/functions',
    functions: functionNames.map((name) => ({
      name,
      handler: 'index.main',
      runtime: 'Nodejs18.15',
      timeout: functionSettings[name].timeoutSec,
      memorySize: functionSettings[name].memoryMb,
      installDependency: false,
      ...(triggersOf(name).length > 0 ? { triggers: triggersOf(name) } : {}),
    })),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}
