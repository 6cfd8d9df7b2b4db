import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { useField } from '@/shared/form/useField';
import { Field } from '@/shared/ui/Field/Field';
import { LongList } from '@/shared/ui/LongList/LongList';
import { Tick } from '@/shared/ui/Tick/Tick';

interface Props {
  label: string;
  /** The path of the chosen ids in the form around it. */
  name: string;
  items: readonly { id: string; name: string }[];
  value: readonly string[];
  onChange: (ids: string[]) => void;
  /** How the list goes on. */
  children?: ReactNode;
}

const ROW_PX = 60;

/** Some of many, each ticked. */
export function TickList({ label, name, items, value, onChange, children }: Props) {
  const field = useField(name);
  const set = (id: string, on: boolean): void => onChange(on ? [...value, id] : value.filter((other) => other !== id));
  return (
    <Field
      id={field.id}
      label={label}
      role="group"
      error={field.error}
      hint={value.length > 0 ? `已选 ${value.length} 个` : undefined}
    >
      <View className="org-ticks">
        <LongList items={items} keyOf={({ id }) => id} rowHeight={ROW_PX}>
          {(item) => <Tick label={item.name} on={value.includes(item.id)} onChange={(on) => set(item.id, on)} />}
        </LongList>
      </View>
      {children}
    </Field>
  );
}
