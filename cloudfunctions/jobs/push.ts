import type { Reply } from '../../contract/errors';
import { takeMediaVerdict } from '../domains/moderation/public';
import { logFailure, toFailure } from '../kernel/failure';
import { closeAll } from '../kernel/others';
import type { Platform } from '../kernel/platform';
import { refuse } from '../kernel/refuse';
import { requestIdOf, type Main } from '../kernel/serve';
import { mediaPushIn } from '../shared/moderation/rules/media';

/** What the reply says of a push. */
export type Pushed = 'done' | 'seen' | 'unknown';

/**
 * The function that WeChat's verdicts on pictures and sound come to (the message push `wxa_media_check`). It refuses
 * whoever has an identity, which WeChat's own push has not, timers, and every other message. A push of another
 * mini-program, of a check that nobody asked for, and one that came before, changes nothing. It never throws.
 */
export function createPush(platform: Platform): Main<Reply<Pushed>> {
  const { db } = platform;
  const others = closeAll(db);
  return async function main(event, cloudContext) {
    const requestId = requestIdOf(cloudContext);
    try {
      // Before the first await: identity belongs to the process, and the next call may change it.
      const isWechats = platform.openid() === undefined && platform.trigger() !== 'timer';
      const push = mediaPushIn(event);
      if (!isWechats || push === undefined) refuse('FORBIDDEN');
      return { ok: true, data: await takeMediaVerdict(others, push, platform.now()) };
    } catch (error) {
      const failure = toFailure(error, requestId);
      if (failure.code !== 'FORBIDDEN') logFailure(error, { requestId, action: 'push' });
      return failure;
    }
  };
}
