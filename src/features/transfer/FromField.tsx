import { Text } from '@tarojs/components';
import { useField } from '@/shared/form/useField';
import { ChoiceField } from '@/shared/ui/ChoiceField/ChoiceField';
import { Field } from '@/shared/ui/Field/Field';

interface Org {
  id: string;
  name: string;
}

interface Props {
  /** Those of his orgs from which the viewer may propose it. */
  ways: readonly Org[];
  value: Org | undefined;
  onChange: (id: string) => void;
}

/** Which org somebody goes from: asked only where there are several. */
export function FromField({ ways, value, onChange }: Props) {
  const field = useField('orgId');
  if (ways.length > 1) {
    return (
      <ChoiceField
        label="从哪里转走"
        name="orgId"
        options={ways.map(({ id, name }) => ({ value: id, label: name }))}
        value={value?.id ?? null}
        onChange={onChange}
      />
    );
  }
  return (
    <Field id={field.id} label="从哪里转走" error={field.error}>
      <Text>{value?.name ?? '对方不在您管理的组织里'}</Text>
    </Field>
  );
}
