import { orgActions } from '@contract/domains/org/actions';
import { orgFields } from '@contract/domains/org/fields';
import { cleanText } from '@contract/text';
import { DraftNotice } from '@/shared/draft/DraftNotice';
import { useDraft } from '@/shared/draft/useDraft';
import { FormFrame } from '@/shared/form/FormFrame';
import { problemsOf } from '@/shared/form/problems';
import { useChecks } from '@/shared/form/useChecks';
import { TextField } from '@/shared/ui/TextField/TextField';
import { Preview, useChangePreview } from './Preview';
import { useChangeOrg } from './useChangeOrg';
import type { OrgRef } from './changes';

/** 更名: the number by which an org is known stays. */
export function RenameForm({ org }: { org: OrgRef }) {
  const draft = useDraft(`org-rename:${org.id}`, { name: org.name });
  const { name } = draft.value;
  const input = { orgId: org.id, name: cleanText(name) };
  const { send, pending, error } = useChangeOrg('rename', draft);
  const preview = useChangePreview({ kind: 'rename', orgId: org.id }, true);
  const errors = problemsOf(orgActions['org.rename'].input, input, { order: ['name'] });
  const checks = useChecks({ values: { name }, errors, error });
  return (
    <FormFrame
      checks={checks}
      send="更名"
      onSend={() => send(input)}
      error={error}
      pending={pending}
      disabled={input.name === org.name}
    >
      <DraftNotice draft={draft} />
      <TextField
        label="新名称"
        name="name"
        value={name}
        onChange={(typed) => draft.change(() => ({ name: typed }))}
        max={orgFields.name.max}
        placeholder="比如：文学院 2401 团支部"
        hint="编号不变；以后再导入名单，还认得出是它。"
      />
      <Preview query={preview} />
    </FormFrame>
  );
}
