import { functionSettings } from '../../contract/deployment';
import { functionNames } from '../lib/functions';
import { triggersOf } from './functions';

/**
 * What CloudBase's command line deploys, made from `contract/deployment.ts`. Timeouts in seconds, memory in MB. The
 * environment's id and the functions' variables are the deployer's and come from environment variables (ENV_ID, SEAL_KEY).
 */
export function cloudbaserc(): string {
  const file = {
    '//': '由 contract/deployment.ts 生成，请勿手改。重新生成：npm run build -- cloudbaserc',
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
      ...variablesOf(functionSettings[name].variables),
      ...(triggersOf(name).length > 0 ? { triggers: triggersOf(name) } : {}),
    })),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Handed on from the environment of whoever deploys; empty where it has none. */
const variablesOf = (names: readonly string[] = []) =>
  names.length === 0 ? {} : { envVariables: Object.fromEntries(names.map((name) => [name, `{{env.${name}}}`])) };
