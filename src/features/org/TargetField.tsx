import { useField } from '@/shared/form/useField';
import type { ManagedOrg } from '@/shared/org/managedOrg';
import { OrgChoice, type ChosenOrg } from '@/shared/org/OrgChoice';
import { Field } from '@/shared/ui/Field/Field';

interface Props {
  label: string;
  orgs: readonly ManagedOrg[];
  value: ChosenOrg | null;
  /** The org that goes there. */
  without: string;
  onChange: (target: ChosenOrg) => void;
}

/** Another org, found by its name, pinyin or initials. */
export function TargetField({ label, orgs, value, without, onChange }: Props) {
  const field = useField('toId');
  return (
    <Field id={field.id} label={label} role="group" error={field.error}>
      <OrgChoice orgs={orgs} value={value} onChange={onChange} finds without={without} />
    </Field>
  );
}
