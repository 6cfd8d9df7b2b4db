import type { Scene } from '../../../shared/moderation/rules/check';

/** A profile. */
export const NAME_SCENE: Scene = 1;
