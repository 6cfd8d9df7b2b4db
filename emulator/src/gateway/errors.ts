import type { WireError } from '../service';

/** A failure as `wx.cloud` reports it. */
export interface ClientFailure {
  errCode: number;
  errMsg: string;
}

/** A refusal of the gateway's own: nothing the cloud would say, but what a developer must fix. */
export class GatewayError extends Error {
  constructor(
    readonly status: number,
    readonly errCode: number,
    message: string,
  ) {
    super(message);
  }
}

/** Numbers of wx-server-sdk for the codes of the wire, with the words that come with them. */
const NUMBERS: Record<string, readonly [errCode: number, words: string]> = {
  FUNCTION_NOT_FOUND: [-501000, ''],
  SYS_ERR: [-501001, 'system error'],
  EXCEED_REQUEST_LIMIT: [-501003, 'exceed request limit'],
  EXCEED_CONCURRENT_REQUEST_LIMIT: [-501004, 'exceed concurrent request limit'],
  INVALID_PARAM: [-501007, 'invalid parameters'],
  EXCEED_MAX_PAYLOAD_SIZE: [-501007, 'invalid parameters'],
  FUNCTIONS_EXECUTE_FAIL: [-504002, 'functions execute fail'],
  FUNCTIONS_MEMORY_LIMIT_EXCEEDED: [-504002, 'functions execute fail'],
  FUNCTIONS_TIME_LIMIT_EXCEEDED: [-504003, 'functions time limit exceeded'],
};

/** Turns a failure of the wire into what `wx.cloud.<api>` would reject with. */
export function clientFailure(api: string, error: WireError): ClientFailure {
  const [errCode, words] = NUMBERS[error.code] ?? [-501000, error.code];
  const message = `errCode: ${errCode} ${words} | errMsg: ${error.message}`;
  return { errCode, errMsg: `cloud.${api}:fail Error: ${message}` };
}
