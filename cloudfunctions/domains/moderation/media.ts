import type { Others } from '../../kernel/others';
import { mediaVerdictOn } from '../../shared/moderation/public';
import type { MediaPush } from '../../shared/moderation/rules/media';
import { moderated } from './kinds';

/** Takes a verdict on a picture or sound that WeChat pushed; what came of it, in a word. */
export const takeMediaVerdict = (others: Others, push: MediaPush, now: number) =>
  mediaVerdictOn(others, moderated, push, now);
