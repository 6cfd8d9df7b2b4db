import type { WireError } from '../service';

/** A refusal of the HTTP access service itself. */
export class AccessError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

const DOCUMENTATION = 'For more information, please refer to https://docs.cloudbase.net/error-code/service';

/**
 * Codes of the service (docs.cloudbase.net/error-code/service, docs.cloudbase.net/http-api/functions) for those of the
 * wire. A function that fails is a 400 there; what is missing 404 and too many calls 429
 * (docs.cloudbase.net/error-code/semantic-http-status).
 */
const CODES: Record<string, readonly [status: number, code: string]> = {
  FUNCTION_NOT_FOUND: [404, 'FUNCTION_NOT_FOUND'],
  FUNCTIONS_EXECUTE_FAIL: [400, 'FUNCTION_INVOCATION_FAILED'],
  FUNCTIONS_TIME_LIMIT_EXCEEDED: [400, 'FUNCTION_TIME_LIMIT_EXCEEDED'],
  FUNCTIONS_MEMORY_LIMIT_EXCEEDED: [400, 'FUNCTION_MEMORY_LIMIT_EXCEEDED'],
  EXCEED_CONCURRENT_REQUEST_LIMIT: [429, 'FUNCTION_EXCEED_RESOURCE_LIMIT'],
  EXCEED_MAX_PAYLOAD_SIZE: [413, 'EXCEED_MAX_PAYLOAD_SIZE'],
  INVALID_PARAM: [400, 'FUNCTION_PARAM_INVALID'],
};

/** What the service says for a failure of the wire. */
export function accessError({ code, message }: WireError): AccessError {
  const [status, own] = CODES[code] ?? [500, 'SYS_ERR'];
  return new AccessError(status, own, message);
}

/** The body of a refusal: `{code, message, requestId}`. */
export function errorBody({ code, message }: AccessError, requestId: string): string {
  return JSON.stringify({ code, message: `${message} (${requestId}). ${DOCUMENTATION}`, requestId });
}
