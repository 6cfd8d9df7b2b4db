import type { ReactNode } from 'react';
import { Text } from '@tarojs/components';
import { dutyTable, usualGroups } from '@contract/domains/duty/constants';
import { groupField, titleField } from '@contract/domains/duty/fields';
import { roleNames } from '@contract/roles';
import type { CallError } from '@/shared/call/error';
import { FormFrame } from '@/shared/form/FormFrame';
import { useChecks } from '@/shared/form/useChecks';
import { ChoiceField } from '@/shared/ui/ChoiceField/ChoiceField';
import { TextField } from '@/shared/ui/TextField/TextField';
import { Tick } from '@/shared/ui/Tick/Tick';
import { PersonField } from './PersonField';
import { TermFields } from './TermFields';
import { hasRights, kindsOf, withGroup, wordsErrors, type Words } from './words';

interface Props {
  words: Words;
  onChange: (update: (old: Words) => Words) => void;
  orgId: string;
  /** The person stays. */
  fixed?: boolean;
  /** What somebody stands in for stays as it is: said instead of asked. */
  standsIn?: string;
  send: string;
  onSend: () => void;
  error: CallError | null;
  pending: boolean;
  /** What else there is to do, below the fields. */
  children?: ReactNode;
}

const OWN = 'own';
const groupOptions = [
  ...usualGroups.map(({ name }) => ({ value: name, label: name })),
  { value: OWN, label: '自己起名' },
];

/** The group and the duty in it; one that is not in the table gets a title. */
function WhatFields({ words, onChange }: Pick<Props, 'words' | 'onChange'>) {
  const usual = usualGroups.some(({ name }) => name === words.group);
  return (
    <>
      <ChoiceField
        label="哪个小组"
        options={groupOptions}
        value={usual ? words.group : OWN}
        onChange={(group) => onChange((old) => withGroup(old, group === OWN ? '' : group))}
      />
      {!usual && (
        <TextField
          label="小组名称"
          name="group"
          max={groupField.max}
          placeholder="比如：读书活动领导小组"
          value={words.group}
          onChange={(group) => onChange((old) => ({ ...old, group }))}
        />
      )}
      <ChoiceField
        label="职务"
        name="kind"
        options={kindsOf(words.group).map((kind) => ({ value: kind, label: dutyTable[kind].name }))}
        value={words.kind}
        onChange={(kind) => onChange((old) => ({ ...old, kind }))}
      />
      {(words.kind === 'other' || words.title !== '') && (
        <TextField
          label="职务名称"
          name="title"
          max={titleField.max}
          placeholder="比如：联络员"
          value={words.title}
          onChange={(title) => onChange((old) => ({ ...old, title }))}
        />
      )}
    </>
  );
}

/** One duty: which, who, from when until when. */
export function DutyForm({ words, onChange, orgId, fixed, standsIn, children, ...footer }: Props) {
  const checks = useChecks({
    values: { ...words, person: { memberId: words.memberId, name: words.name } },
    errors: wordsErrors(words),
    error: footer.error,
  });
  return (
    <FormFrame checks={checks} {...footer}>
      {standsIn === undefined ? (
        <WhatFields words={words} onChange={onChange} />
      ) : (
        <Text className="sx-form__lead">{standsIn}</Text>
      )}
      <PersonField
        words={words}
        fixed={fixed}
        orgId={orgId}
        onChange={(person) => onChange((old) => ({ ...old, ...person }))}
      />
      <TermFields words={words} onChange={onChange} />
      {hasRights(words) && (
        <Tick
          label={`同时给“${roleNames[dutyTable[words.kind].role ?? 'member']}”的权限，与任期同起同止`}
          on={words.rights}
          onChange={(rights) => onChange((old) => ({ ...old, rights }))}
        />
      )}
      {children}
    </FormFrame>
  );
}
