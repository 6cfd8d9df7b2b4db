import { RENAME_DAYS } from '../../../contract/domains/me/constants';
import { DAY_MS } from '../../../contract/durations';
import { deriveCode } from '../../kernel/ids';
import { nameNewcomer, renameMember } from '../../kernel/memberNames';
import { namesOf } from '../../kernel/members';
import type { Others } from '../../kernel/others';
import { hold } from '../../shared/moderation/public';
import { asKept, caseIdOf } from '../../shared/moderation/rules/cases';
import type { Checked } from '../../shared/moderation/rules/check';
import type { ModeratedDomain, ModeratedThing } from '../../shared/moderation/shape';
import { searchKeysOf } from '../../shared/search/rules/keys';
import { nameFollowers } from './names';
import { NAME_SCENE, NAME_THING } from './rules/naming';

/** What somebody is called to others whose own name was not passed yet: nothing that says anything. */
export const placeholderFor = (memberId: string): string => `新成员${deriveCode(4, 'placeholder', memberId)}`;

interface NameToPass {
  memberId: string;
  org: ModeratedThing['org'];
  name: string;
  /** Who has just joined has a placeholder; else the name of before stays. */
  newcomer: boolean;
  commandId: string;
}

/** Files a name that others do not see yet. One round trip; the id of its case. */
export async function fileName(
  others: Others,
  { memberId, org, name, newcomer, commandId }: NameToPass,
  checked: Checked,
  now: number,
): Promise<string> {
  const id = caseIdOf('name', memberId, commandId);
  const thing = { thing: NAME_THING, version: 0, org, authorId: memberId, title: '姓名' };
  const said = { parts: [{ label: '姓名', text: name }], fields: { name, newcomer } };
  const cause = newcomer ? 'publication' : 'edit';
  await hold(others, { ...thing, ...said, id, kind: 'name', cause, scene: NAME_SCENE, checked: asKept(checked) }, now);
  return id;
}

/** What copies a name and is to follow it, once it has changed; the same again changes nothing. */
export const followName = (others: Others, member: { memberId: string; name: string }, now: number) =>
  Promise.all(nameFollowers.map((follow) => follow(others, member, now)));

/** How verdicts on names are carried out. One that is turned down leaves things as they are. */
export const nameModeration: ModeratedDomain = {
  async apply(others, { authorId: memberId, fields }, to, { key, now }) {
    if (to !== 'visible') return 'done';
    const { name, newcomer } = fields as { name: string; newcomer: boolean };
    const named = { name, ...searchKeysOf(name, 'person') };
    const given = newcomer
      ? await nameNewcomer(others, memberId, { from: placeholderFor(memberId), to: named })
      : (await renameMember(others, memberId, named, { commandId: key, now, everyMs: RENAME_DAYS * DAY_MS })).how ===
        'done';
    if (given) await followName(others, { memberId, name }, now);
    return given ? 'done' : 'overtaken';
  },
  async standing(others, { authorId }) {
    const name = (await namesOf(others, [authorId])).get(authorId);
    return name === undefined ? [] : [{ label: '现在的姓名', text: name }];
  },
  erase: () => Promise.resolve(),
  takesBack: () => false,
};
