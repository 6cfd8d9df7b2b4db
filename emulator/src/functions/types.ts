/** One timer of a function. */
export interface TimerConfig {
  name: string;
  /** Seven fields (second minute hour day month weekday year), read in UTC+8. */
  cron: string;
  /** Text handed to the function as `event.Message`. */
  message?: string;
}

/**
 * One address of the HTTP access service, in the words of `gateway.routes[]` of cloudbaserc.json
 * (docs.cloudbase.net/cli-v1/gateway).
 */
export interface HttpRouteConfig {
  /** Begins with `/`; requests below it come here too, unless a longer path of another route fits. */
  path: string;
  /** True hands the whole path to the function; false (default) what follows `path`. */
  enablePathTransmission?: boolean;
  /** True refuses requests without a login. Default false. */
  enableAuth?: boolean;
  /** Put before the path that the function gets. */
  pathRewrite?: { prefix: string };
}

/** Settings of one function; what is left out takes the cloud's default. */
export interface FunctionConfig {
  /** Time limit of one call, 1 to 900 seconds. Default 3, as on the cloud. */
  timeoutSec?: number;
  /** Memory limit in MB. Default 256. */
  memoryMb?: number;
  /** Most calls that run at the same time; more wait in a queue. Default 4. */
  workers?: number;
  /** Longest queue; beyond it a call is refused with EXCEED_CONCURRENT_REQUEST_LIMIT. Default 1000. */
  queue?: number;
  /** False for functions that only timers and other functions may call. Default true. */
  clientCallable?: boolean;
  timers?: TimerConfig[];
  /** Addresses at which the function answers HTTP requests. Default: none. */
  routes?: HttpRouteConfig[];
  /** Open interfaces of WeChat that it may call, such as `security.msgSecCheck`; none by default, as on the cloud. */
  openApis?: readonly string[];
  /** The function's own environment variables. */
  env?: Record<string, string>;
}

export type ResolvedConfig = Required<FunctionConfig>;

/** Who makes a call and from where. Everything is optional: a timer or an administrator's script has no openid. */
export interface Identity {
  openId?: string;
  unionId?: string;
  appId?: string;
  /** `TCB_UUID`: id of a user of the environment, where the login gave one. */
  uid?: string;
  /** `TCB_CUSTOM_USER_ID`: the id under which a project's own login knows the user. */
  customUserId?: string;
  /** `TCB_ISANONYMOUS_USER`. */
  anonymous?: boolean;
  /** `TCB_SOURCE_IP` and `WX_CLIENTIP`; absent for timers and scripts. */
  clientIp?: string;
  /** `TCB_SOURCE` of the call: wx_client, wx_devtools, wx_trigger, `wx_client,scf`… */
  source?: string;
  /** `TRIGGER_SRC`: tcb for calls, timer for timers. Default tcb. */
  trigger?: 'tcb' | 'timer';
  /**
   * Whether WeChat's token for open interfaces comes with the call. Default: with those that a mini-program makes, and
   * no others.
   */
  wechatToken?: boolean;
  /** Name under which the call is recorded in place of the openid. */
  persona?: string;
}

/** What one finished call gave back. */
export interface InvocationOutcome {
  /** The function's result after a round trip through JSON; `null` where it returned nothing. */
  result: unknown;
  /** The result as the JSON text that the function's process sent. */
  json: string;
  requestId: string;
  /** Milliseconds inside the function, without the time spent in the queue. */
  ms: number;
}
