import { Text } from '@tarojs/components';
import { FormFrame } from '@/shared/form/FormFrame';
import { useChecks } from '@/shared/form/useChecks';
import { Preview, useChangePreview } from './Preview';
import { useChangeOrg } from './useChangeOrg';
import { changeTitles, type OrgRef } from './changes';

interface Props {
  org: OrgRef;
  kind: 'archive' | 'restore';
}

const leads = {
  archive: '以后只能查看：不再有人加入，也不再办活动、发荐书。内容都留着，随时可以恢复。',
  restore: '恢复到归档之前：成员、职责和活动都还在。',
} as const;

/** 归档 and 恢复: nothing to fill in, only to be seen before. */
export function StandForm({ org, kind }: Props) {
  const { send, pending, error } = useChangeOrg(kind);
  const preview = useChangePreview({ kind, orgId: org.id }, true);
  const checks = useChecks({ values: {}, errors: {}, error });
  return (
    <FormFrame
      checks={checks}
      send={changeTitles[kind]}
      onSend={() => send({ orgId: org.id })}
      error={error}
      pending={pending}
      disabled={!preview.data}
    >
      <Text className="sx-form__lead">{leads[kind]}</Text>
      <Preview query={preview} />
    </FormFrame>
  );
}
