import type { MemberContext } from '../../kernel/context';
import { checkWords, hold } from '../../shared/moderation/public';
import { asKept, caseIdOf } from '../../shared/moderation/rules/cases';
import type { Checked, Scene } from '../../shared/moderation/rules/check';
import type { ModeratedThing } from '../../shared/moderation/shape';

/* Free texts beside an invitation or an answer: they are left out until they pass, and filled in then. */

/** Read by a few, like a comment. */
const SCENE: Scene = 2;

/** Nothing is asked about nothing. */
export const checkFreeText = (context: MemberContext, text: string): Promise<Checked> =>
  text === '' ? Promise.resolve({ passed: true }) : checkWords(context, [text], SCENE);

/** Files a text that was left out; `shown` is what is there now in its place. No round trip where it is there. */
export async function fileFreeText(
  { others, viewer, now }: MemberContext,
  {
    kind,
    commandId,
    label,
    text,
    shown,
    ...thing
  }: Omit<ModeratedThing, 'version' | 'authorId' | 'parts' | 'fields'> & {
    kind: 'invitation' | 'joinAnswer';
    commandId: string;
    label: string;
    text: string;
    shown: string;
  },
  checked: Checked,
): Promise<void> {
  if (text === shown) return;
  const filed = { ...thing, version: 0, authorId: viewer._id, parts: [{ label, text }], fields: { text } };
  const id = caseIdOf(kind, thing.thing, commandId);
  await hold(others, { ...filed, id, kind, scene: SCENE, cause: 'publication', checked: asKept(checked) }, now);
}
