import { View, Text } from '@tarojs/components';
import { orgActions } from '@contract/domains/org/actions';
import { DraftNotice } from '@/shared/draft/DraftNotice';
import { useDraft } from '@/shared/draft/useDraft';
import { FormFrame } from '@/shared/form/FormFrame';
import { problemsOf } from '@/shared/form/problems';
import { useChecks } from '@/shared/form/useChecks';
import type { ManagedOrg } from '@/shared/org/managedOrg';
import type { ChosenOrg } from '@/shared/org/OrgChoice';
import { Preview, useChangePreview } from './Preview';
import { TargetField } from './TargetField';
import { useChangeOrg } from './useChangeOrg';
import { changeTitles, type OrgRef } from './changes';

interface Props {
  org: OrgRef;
  kind: 'move' | 'merge';
  /** Those the person runs: it goes to one of them or below. */
  orgs: readonly ManagedOrg[];
}

const words = {
  move: { lead: '连同下级和成员，移到另一个组织之下。', label: '移到哪里' },
  merge: { lead: '成员、职责、活动和下级都过去，这个组织随后不再出现。', label: '并入哪里' },
} as const;

/** 移动 and 合并: where to, and what goes along. */
export function TargetForm({ org, kind, orgs }: Props) {
  const draft = useDraft<{ target: ChosenOrg | null }>(`org-${kind}:${org.id}`, { target: null });
  const { target } = draft.value;
  const input = { orgId: org.id, toId: target?.id ?? '' };
  const { send, pending, error } = useChangeOrg(kind, draft);
  const preview = useChangePreview({ kind, ...input }, target !== null);
  const checks = useChecks({
    values: { toId: input.toId },
    errors: problemsOf(orgActions[`org.${kind}`].input, input, {
      order: ['toId'],
      blank: { toId: '请选择组织' },
    }),
    error,
  });
  return (
    <FormFrame
      checks={checks}
      send={changeTitles[kind]}
      onSend={() => send(input)}
      error={error}
      pending={pending}
      disabled={target !== null && !preview.data}
    >
      <Text className="sx-form__lead">{words[kind].lead}</Text>
      <DraftNotice draft={draft} />
      <TargetField
        label={words[kind].label}
        orgs={orgs}
        value={target}
        without={org.id}
        onChange={(chosen) => draft.change(() => ({ target: chosen }))}
      />
      <View>{target && <Preview query={preview} />}</View>
    </FormFrame>
  );
}
