import { Input, Text, Textarea, View } from '@tarojs/components';
import './TextField.scss';

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  /** Most characters; counted below a multiline field. */
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
  const shared = {
    value,
    placeholder,
    maxlength: max,
    focus,
    placeholderClass: 'sx-field__placeholder',
    ariaLabel: error ? `${label}，${error}` : label,
    onInput: (event: { detail: { value: string } }) => onChange(event.detail.value),
  };
  return (
    <View className={`sx-field ${error ? 'sx-field--wrong' : ''}`}>
      <Text className="sx-field__label">{label}</Text>
      {multiline ? (
        <Textarea className="sx-field__box" autoHeight showConfirmBar={false} {...shared} />
      ) : (
        <Input className="sx-field__line" type={type} {...shared} />
      )}
      <View className="sx-field__foot">
        <Text className={error ? 'sx-field__error' : 'sx-field__hint'}>{error ?? hint ?? ''}</Text>
        {multiline && <Text className="sx-field__count">{`${value.length}/${max}`}</Text>}
      </View>
    </View>
  );
}
