import { Input, Text, Textarea, View } from '@tarojs/components';
import { lengthOf } from '@contract/graphemes';
import { unitsFor } from '@contract/text';
import './TextField.scss';

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  /** Most characters, as a person counts them; told once there are more, and counted below a multiline field. */
  max?: number;
  multiline?: boolean;
  type?: 'text' | 'number';
  /** What is wrong and what to do. */
  error?: string;
  /** One quiet line below, such as who will see it. */
  hint?: string;
  /** The keyboard is up when the page opens. */
  focus?: boolean;
}

const inBrowser = process.env.TARO_ENV === 'h5';

/** A labelled line or box of text. */
export function TextField({
  label,
  value,
  onChange,
  placeholder,
  max = 140,
  multiline,
  type = 'text',
  error,
  hint,
  focus = false,
}: Props) {
  const length = lengthOf(value);
  const wrong = error ?? (length > max ? `最多 ${max} 字，现在 ${length} 字` : undefined);
  const spoken = wrong ? `${label}，${wrong}` : label;
  // iOS is said to pass over a name where there is no role. The browser's field stands inside Taro's, which hands this on.
  const named = inBrowser ? { nativeProps: { 'aria-label': spoken, 'aria-invalid': String(Boolean(wrong)) } } : {};
  const [role, name] = inBrowser ? [] : ['textbox', spoken];
  const shared = {
    value,
    placeholder,
    // The control counts UTF-16 units, of which a rare character or an emoji has several.
    maxlength: type === 'number' ? max : unitsFor(max),
    focus,
    placeholderClass: 'sx-field__placeholder',
    onInput: (event: { detail: { value: string } }) => onChange(event.detail.value),
  };
  return (
    <View className={`sx-field ${wrong ? 'sx-field--wrong' : ''}`}>
      <Text className="sx-field__label">{label}</Text>
      {multiline ? (
        <Textarea
          className="sx-field__box"
          autoHeight
          showConfirmBar={false}
          ariaRole={role}
          ariaLabel={name}
          {...shared}
          {...named}
        />
      ) : (
        <Input className="sx-field__line" type={type} ariaRole={role} ariaLabel={name} {...shared} {...named} />
      )}
      <View className="sx-field__foot">
        <Text className={wrong ? 'sx-field__error' : 'sx-field__hint'}>{wrong ?? hint ?? ''}</Text>
        {multiline && <Text className="sx-field__count">{`${length}/${max}`}</Text>}
      </View>
    </View>
  );
}
