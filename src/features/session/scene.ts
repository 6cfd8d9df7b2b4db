import { SCENE } from '@contract/domains/invitation/constants';
import { foldJoinCode, joinCodePattern } from '@contract/text';

/** The code that a link or a mini-program code brings; undefined where it brings none that could be one. */
export function codeIn({ code, scene }: { code?: string; scene?: string }): string | undefined {
  const given = code ?? (scene?.startsWith(SCENE) ? scene.slice(SCENE.length) : '');
  const folded = foldJoinCode(given);
  return joinCodePattern.test(folded) ? folded : undefined;
}
