import { useField } from '@/shared/form/useField';
import { Chips, type Chip } from '../Chips/Chips';
import { Field } from '../Field/Field';

interface Props<V extends string> {
  label: string;
  /** The path of its value in the form around it. */
  name?: string;
  options: readonly Chip<V>[];
  value: V | null;
  onChange: (value: V) => void;
  error?: string;
  hint?: string;
}

/** One of a few, all in sight. */
export function ChoiceField<V extends string>({ label, name, options, value, onChange, error, hint }: Props<V>) {
  const field = useField(name);
  return (
    <Field id={field.id} label={label} role="radiogroup" error={error ?? field.error} hint={hint}>
      <Chips options={options} value={value} onChange={onChange} />
    </Field>
  );
}
