import type { Scene } from '../../../shared/moderation/rules/check';

/** What a case about a name is about: its author’s own, whose id stands in the case once. */
export const NAME_THING = 'name';
/** A profile. */
export const NAME_SCENE: Scene = 1;
