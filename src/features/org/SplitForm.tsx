import { Text, View } from '@tarojs/components';
import { orgActions } from '@contract/domains/org/actions';
import { orgFields } from '@contract/domains/org/fields';
import { cleanText } from '@contract/text';
import { DraftNotice } from '@/shared/draft/DraftNotice';
import { useDraft } from '@/shared/draft/useDraft';
import { FormFrame } from '@/shared/form/FormFrame';
import { problemsOf } from '@/shared/form/problems';
import { useChecks } from '@/shared/form/useChecks';
import { leaves } from '@/shared/org/audience';
import { TextField } from '@/shared/ui/TextField/TextField';
import type { OrgPage } from './OrgFacts';
import { Preview, useChangePreview } from './Preview';
import { SplitMembers } from './SplitMembers';
import { TickList } from './TickList';
import { useChangeOrg } from './useChangeOrg';

interface Words {
  name: string;
  chosen: string[];
}

/** 拆分: a new org beside it, which gets what is chosen: of a branch its members, of others what is below them. */
export function SplitForm({ page: { org, below } }: { page: OrgPage }) {
  const draft = useDraft<Words>(`org-split:${org.id}`, { name: '', chosen: [] });
  const { name, chosen } = draft.value;
  const choose = (ids: string[]) => draft.change((old) => ({ ...old, chosen: ids }));
  const ofMembers = leaves.includes(org.kind);
  const parts = ofMembers ? { orgIds: [], memberIds: chosen } : { orgIds: chosen, memberIds: [] };
  const input = { orgId: org.id, name: cleanText(name), ...parts };
  const { send, pending, error } = useChangeOrg('split', draft);
  const preview = useChangePreview({ kind: 'split', orgId: org.id, ...parts }, chosen.length > 0);
  const problems = problemsOf(orgActions['org.split'].input, input, {
    order: ['name', 'orgIds', 'memberIds'],
    blank: { name: '请填写新组织的名称' },
  });
  const some = ofMembers ? '请选择分过去的成员' : '请选择分过去的下级组织';
  const errors = chosen.length === 0 ? { ...problems, chosen: some } : problems;
  const checks = useChecks({ values: { name, chosen }, errors, error });
  return (
    <FormFrame
      checks={checks}
      send="拆分"
      onSend={() => send(input)}
      error={error}
      pending={pending}
      disabled={chosen.length > 0 && !preview.data}
    >
      <Text className="sx-form__lead">新建一个同级、同类的组织，把选中的分过去，其余留在原处。</Text>
      <DraftNotice draft={draft} />
      <TextField
        label="新组织的名称"
        name="name"
        value={name}
        onChange={(typed) => draft.change((old) => ({ ...old, name: typed }))}
        max={orgFields.name.max}
        placeholder="比如：文学院 2402 团支部"
      />
      {ofMembers ? (
        <SplitMembers orgId={org.id} value={chosen} onChange={choose} />
      ) : (
        <TickList
          label="分过去的下级组织"
          name="chosen"
          items={below.filter(({ archived }) => !archived)}
          value={chosen}
          onChange={choose}
        />
      )}
      <View>{chosen.length > 0 && <Preview query={preview} />}</View>
    </FormFrame>
  );
}
