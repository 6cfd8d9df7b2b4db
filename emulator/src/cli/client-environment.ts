/** Region named in the environment; any valid one will do, the SDK only complains when there is none. */
const REGION = 'ap-shanghai';

/** Names the emulator's address to programs that want it for something besides the SDK. */
export const URL_VARIABLE = 'CLOUDBASE_EMULATOR_URL';

/** Whatever points a client at the real cloud, or would send a real key. */
const FOREIGN = ['CLOUDBASE_APIKEY', 'TENCENTCLOUD_RUNENV', 'CBR_ENV_ID', 'SUMERU_ENV', 'WX_API_TOKEN'];

/**
 * Environment in which the unmodified SDKs speak to the emulator: `env: tcb.SYMBOL_CURRENT_ENV`, a named environment or
 * none at all in `init` work, and no credentials are needed. `inherited` is the environment of whoever runs the command.
 */
export function clientEnvironment(
  url: string,
  adminUrl: string,
  envId: string,
  inherited: NodeJS.ProcessEnv = process.env,
): NodeJS.ProcessEnv {
  const local = '127.0.0.1,localhost';
  const noProxy = inherited.no_proxy ?? inherited.NO_PROXY;
  const own = {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl }),
    // Only variables named here are read as context.
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SOURCE',
    TCB_ENV: envId,
    TCB_SOURCE: '',
    SCF_NAMESPACE: envId,
    // Otherwise the SDK asks the cloud's metadata service before each call.
    TENCENTCLOUD: 'true',
    TENCENTCLOUD_REGION: REGION,
    // Without credentials the SDK raises an unhandled rejection per call, which would end the process.
    TENCENTCLOUD_SECRETID: 'local-secret-id',
    TENCENTCLOUD_SECRETKEY: 'local-secret-key',
    TENCENTCLOUD_SESSIONTOKEN: 'local-session-token',
    NO_PROXY: noProxy ? `${noProxy},${local}` : local,
    no_proxy: noProxy ? `${noProxy},${local}` : local,
    [URL_VARIABLE]: url,
  };
  return { ...inherited, ...Object.fromEntries(FOREIGN.map((name) => [name, undefined])), ...own };
}
