import { useState } from 'react';
import { orgActions } from '@contract/domains/org/actions';
import { orgFields } from '@contract/domains/org/fields';
import { type OrgKind, orgKindNames, orgKinds } from '@contract/roles';
import { cleanText } from '@contract/text';
import { useCommandCall } from '@/shared/call/command';
import { DraftNotice } from '@/shared/draft/DraftNotice';
import { useDraft } from '@/shared/draft/useDraft';
import { FormFrame } from '@/shared/form/FormFrame';
import { problemsOf } from '@/shared/form/problems';
import { useChecks } from '@/shared/form/useChecks';
import { replace } from '@/shared/nav';
import { ChoiceField } from '@/shared/ui/ChoiceField/ChoiceField';
import { Defaults } from '@/shared/ui/Defaults/Defaults';
import { TextField } from '@/shared/ui/TextField/TextField';
import { useTellChanged } from './useUndoChange';

/** What is founded most. */
const USUAL: OrgKind = 'branch';
/** What most people found stands first. Of the committee at the top there is one. */
const first: readonly OrgKind[] = [USUAL, 'generalBranch', 'department'];
const kinds = [...first, ...orgKinds.filter((kind) => kind !== 'committee' && !first.includes(kind))];
const options = kinds.map((value) => ({
  value,
  label: orgKindNames[value],
}));

/** 新建下级. */
export function CreateForm({ parent }: { parent: { id: string; name: string } }) {
  const draft = useDraft(`org-new:${parent.id}`, { name: '', kind: USUAL, code: '' });
  const { name, kind, code } = draft.value;
  const tell = useTellChanged();
  const [done, setDone] = useState(false);
  const input = {
    ...{ parentId: parent.id, name: cleanText(name), kind },
    ...(code.trim() === '' ? {} : { code: code.trim() }),
  };
  const create = useCommandCall('org.create', {
    intention: draft.intention,
    onDone: (reply) => {
      setDone(true);
      draft.sent();
      tell('create', reply);
      replace('orgPage', { id: reply.org.id });
    },
  });
  const checks = useChecks({
    values: draft.value,
    errors: problemsOf(orgActions['org.create'].input, input, {
      order: ['name', 'kind', 'code'],
      blank: { name: '请填写组织名称' },
    }),
    error: create.error,
  });
  return (
    <FormFrame
      checks={checks}
      send="建好"
      onSend={() => void create.run(input)}
      error={create.error}
      pending={create.pending || done}
      note={`建在“${parent.name}”之下`}
    >
      <DraftNotice draft={draft} />
      <TextField
        label="名称"
        name="name"
        value={name}
        onChange={(typed) => draft.change((old) => ({ ...old, name: typed }))}
        max={orgFields.name.max}
        placeholder="比如：文学院 2401 团支部"
      />
      <ChoiceField
        label="类型"
        name="kind"
        options={options}
        value={kind}
        onChange={(chosen) => draft.change((old) => ({ ...old, kind: chosen }))}
      />
      <Defaults text={code.trim() === '' ? '编号由系统来编' : `编号 ${code.trim()}`} names={['code']}>
        <TextField
          label="编号"
          name="code"
          value={code}
          onChange={(typed) => draft.change((old) => ({ ...old, code: typed }))}
          max={orgFields.code.max}
          placeholder="比如：wxy-2401"
          hint="字母、数字、短横线。名单导入时凭编号认组织，以后不变。"
        />
      </Defaults>
    </FormFrame>
  );
}
