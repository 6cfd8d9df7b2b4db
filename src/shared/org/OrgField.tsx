import { Text } from '@tarojs/components';
import { useField } from '@/shared/form/useField';
import { Field } from '@/shared/ui/Field/Field';
import { hasChoice, nameIn } from './audience';
import type { ManagedOrg } from './managedOrg';
import { OrgChoice, type ChosenOrg } from './OrgChoice';

interface Props {
  label: string;
  /** What it is for, where it is not who will see something. */
  hint?: string;
  /** Those the person runs; each may be chosen, and whatever is below it. */
  orgs: readonly ManagedOrg[];
  value: ChosenOrg;
  onChange: (org: ChosenOrg) => void;
}

/** For which org: one's own without a tap, or one below it; where there is no choice, only who will see it. */
export function OrgField({ label, hint, orgs, value, onChange }: Props) {
  const field = useField('orgId');
  const name = nameIn(orgs, value);
  if (!hasChoice(orgs, true))
    return (
      <Text className="sx-form__note">{hint === undefined ? `只有${name}的成员看得到。` : `${label}：${name}`}</Text>
    );
  return (
    <Field
      id={field.id}
      label={label}
      role="group"
      error={field.error}
      hint={hint ?? '这个组织和它下属组织的成员看得到，其他人看不到。'}
    >
      <OrgChoice orgs={orgs} value={value} onChange={onChange} finds />
    </Field>
  );
}
