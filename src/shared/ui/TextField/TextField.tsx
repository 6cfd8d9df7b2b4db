import { Input, Textarea } from '@tarojs/components';
import { lengthOf } from '@contract/graphemes';
import { unitsFor } from '@contract/text';
import { useField } from '@/shared/form/useField';
import { Field } from '../Field/Field';
import { inputRole, nativeSpoken, spoken } from './spoken';

interface Props {
  label: string;
  /** The path of its value in the form around it. */
  name?: string;
  value: string;
  onChange: (value: string) => void;
  /** An example, never the label. */
  placeholder?: string;
  /** Most characters, as a person counts them; told once there are more, counted when a long text comes near. */
  max?: number;
  /** Begins one line high and grows. */
  multiline?: boolean;
  /** `nickname`: WeChat offers the person's own nickname above the keyboard, once he has agreed to it. */
  type?: 'text' | 'number' | 'nickname';
  /** What is wrong and what to do, where the form around it does not say. */
  error?: string;
  /** One quiet line below, such as who will see it. */
  hint?: string;
  /** The keyboard is up when the page opens. */
  focus?: boolean;
  /** Somebody left the field. */
  onLeave?: () => void;
  /** The label stands before the line: for several short questions in a row. */
  beside?: boolean;
}

/** From here on a long text is counted. */
const NEAR = 0.8;
/** Between the cursor and the keyboard of a phone: the foot of a form, which may stand on the keyboard. */
const ABOVE_KEYBOARD_PX = 140;

const inWechat = process.env.TARO_ENV === 'weapp';

/** A labelled line or box of text. */
export function TextField({ label, name, value, onChange, max = 140, multiline, type = 'text', ...props }: Props) {
  const field = useField(name);
  const length = lengthOf(value);
  const tooLong = length > max ? `最多 ${max} 字，现在 ${length} 字` : undefined;
  const wrong = props.error ?? field.error ?? tooLong;
  const shared = {
    value,
    placeholder: props.placeholder,
    // The control counts UTF-16 units, of which a rare character or an emoji has several.
    maxlength: type === 'number' ? max : unitsFor(max),
    focus: props.focus || field.focus,
    placeholderClass: 'sx-field__placeholder',
    cursorSpacing: ABOVE_KEYBOARD_PX,
    onInput: (event: { detail: { value: string } }) => onChange(event.detail.value),
    onBlur: (event: { detail?: { value?: string } }) => {
      // A nickname that was chosen is told here, not as something typed.
      const chosen = type === 'nickname' ? event.detail?.value : undefined;
      if (chosen !== undefined && chosen !== value) onChange(chosen);
      field.onBlur();
      props.onLeave?.();
    },
    nativeProps: nativeSpoken({ label, wrong, foot: (wrong ?? props.hint) ? `${field.id}-foot` : undefined }),
  };
  const said = spoken(label, wrong);
  return (
    <Field
      id={field.id}
      label={label}
      error={wrong}
      hint={props.hint}
      count={multiline && length >= max * NEAR ? `${length}/${max}` : undefined}
      beside={props.beside}
    >
      {multiline ? (
        <Textarea
          className="sx-field__box"
          autoHeight
          disableDefaultPadding
          showConfirmBar={false}
          ariaRole={inputRole}
          ariaLabel={said}
          {...shared}
        />
      ) : (
        <Input
          className="sx-field__line"
          type={type === 'nickname' && !inWechat ? 'text' : type}
          ariaRole={inputRole}
          ariaLabel={said}
          {...shared}
        />
      )}
    </Field>
  );
}
