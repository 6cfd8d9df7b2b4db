import type { ErrorCode, Reply } from '../../contract/errors';
import { errorMessages } from '../../contract/errors';
import { Refusal } from './refusal';

/** Codes of the SDK, the database and the network that mean "too much just now": trying again later helps. */
const busy =
  /^(?:EXCEED_\w+|DATABASE_TIMEOUT|DATABASE_COLLECTION_EXCEED_LIMIT|DATABASE_TRANSACTION_CONFLICT|DATABASE_TRANSACTION_FAIL|SERVER_TIMEOUT|ETIMEDOUT|ESOCKETTIMEDOUT|ECONNRESET|ECONNREFUSED|EPIPE|429|502|503|504)$/;

const sdkCode = (error: unknown): string => {
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' || typeof code === 'number' ? String(code) : '';
};

/** The code of the closed list that an error answers with. */
export function codeOf(error: unknown): ErrorCode {
  if (error instanceof Refusal) return error.code;
  return busy.test(sdkCode(error)) ? 'BUSY' : 'INTERNAL';
}

/** The reply to the client: a code, its message and the request id, and nothing else of an unknown error. */
export function toFailure(error: unknown, requestId: string): Extract<Reply<never>, { ok: false }> {
  const code = codeOf(error);
  const refusal = error instanceof Refusal ? error : undefined;
  return {
    ok: false,
    code,
    message: refusal?.said.message ?? errorMessages[code],
    requestId,
    ...(refusal?.said.fields && { fields: refusal.said.fields }),
  };
}

/**
 * One line for the operator: where it happened and under which request id. The message of an error may quote a
 * document, such as the duplicate openid of a unique index, so it is left out; the stack's frames are not personal.
 */
export function logFailure(error: unknown, place: { requestId: string; action: string }): void {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const at = stack.split('\n').flatMap((line) => /^\s+at (.+)$/.exec(line)?.[1] ?? []);
  const upstream = (error as { requestId?: unknown } | null | undefined)?.requestId;
  console.error(
    JSON.stringify({
      ...place,
      code: codeOf(error),
      error: error instanceof Error ? error.name : typeof error,
      sdk: sdkCode(error),
      upstream: typeof upstream === 'string' ? upstream : '',
      at: at.slice(0, 8),
    }),
  );
}
