import { Input } from '@tarojs/components';
import { useField } from '@/shared/form/useField';
import { Chips } from '@/shared/ui/Chips/Chips';
import { Field } from '@/shared/ui/Field/Field';
import { inputRole, nativeSpoken, spoken } from '@/shared/ui/TextField/spoken';
import './CapacityField.scss';

interface Props {
  value: string;
  onChange: (capacity: string) => void;
  hint?: string;
}

const likely = ['20', '30', '50', '100'].map((value) => ({ value, label: value, spoken: `${value} 席` }));
const DIGITS_MAX = 4;
const OTHER = '名额，别的数';

/** How many places: one tap for a likely number, any other is typed. */
export function CapacityField({ value, onChange, hint }: Props) {
  const field = useField('capacity');
  const other = likely.every((one) => one.value !== value);
  return (
    <Field id={field.id} label="名额" role="radiogroup" error={field.error} hint={hint}>
      <Chips options={likely} value={value} onChange={onChange}>
        <Input
          className="sx-field__line sx-capacity"
          type="number"
          value={other ? value : ''}
          placeholder="别的数"
          placeholderClass="sx-field__placeholder"
          maxlength={DIGITS_MAX}
          cursorSpacing={140}
          focus={field.focus}
          onBlur={field.onBlur}
          onInput={(event) => onChange(event.detail.value)}
          ariaRole={inputRole}
          ariaLabel={spoken(OTHER, field.error)}
          nativeProps={nativeSpoken({ label: OTHER, wrong: field.error, foot: field.error && `${field.id}-foot` })}
        />
      </Chips>
    </Field>
  );
}
