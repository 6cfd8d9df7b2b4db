import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import './Field.scss';

interface Props {
  /** From `useField`. */
  id: string;
  label: string;
  error?: string;
  /** One quiet line below. */
  hint?: string;
  /** How much was written of how much may be. */
  count?: string;
  /** The label stands before the control instead of above it. */
  beside?: boolean;
  /** Several controls make one field. */
  role?: 'group' | 'radiogroup';
  children: ReactNode;
}

/** The frame of every field: its name, the control, and below it what is wrong or a hint. */
export function Field({ id, label, error, hint, count, beside = false, role, children }: Props) {
  const below = error ?? hint;
  const classes = ['sx-field', error && 'sx-field--wrong', beside && 'sx-field--beside'];
  return (
    <View
      id={id}
      className={classes.filter(Boolean).join(' ')}
      ariaRole={role}
      ariaLabel={role && (error ? `${label}，${error}` : label)}
    >
      <Text className="sx-field__label">{label}</Text>
      <View className="sx-field__control">{children}</View>
      {(below || count) && (
        <View className="sx-field__foot">
          <View id={`${id}-foot`} className={error ? 'sx-field__error' : 'sx-field__hint'}>
            {below}
          </View>
          {count && <Text className="sx-field__count">{count}</Text>}
        </View>
      )}
    </View>
  );
}
