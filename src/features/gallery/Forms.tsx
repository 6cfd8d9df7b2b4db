import { useState } from 'react';
import { View } from '@tarojs/components';
import { FormFooter } from '@/shared/form/FormFooter';
import { Chips } from '@/shared/ui/Chips/Chips';
import { DayField } from '@/shared/ui/DayField/DayField';
import { Defaults } from '@/shared/ui/Defaults/Defaults';
import { Field } from '@/shared/ui/Field/Field';
import { Section } from '@/shared/ui/Section/Section';
import { TextField } from '@/shared/ui/TextField/TextField';
import { nothing } from './nothing';

const places = ['20', '30', '50', '100'].map((value) => ({ value, label: value }));
const checks = { left: '还差 3 项', said: '', goToFirst: nothing, attempt: nothing };

/** What makes a form short: likely values, defaults in a sentence, and the foot that counts what is missing. */
export function Forms() {
  const [day, setDay] = useState('');
  const [capacity, setCapacity] = useState('30');
  const [length, setLength] = useState('120');
  return (
    <Section title="表单">
      <View className="gallery__stack">
        <DayField label="哪一天" value={day} onChange={setDay} />
        <Field id="gallery-places" label="名额" role="radiogroup" hint="报满后自动进入候补">
          <Chips options={places} value={capacity} onChange={setCapacity} />
        </Field>
        <Defaults text="19:00–21:00，前一天 19:00 截止" names={['length']}>
          <TextField label="多长（分钟）" name="length" type="number" value={length} onChange={setLength} beside />
        </Defaults>
        <FormFooter checks={checks} send="发布" onSend={nothing} error={null} pending={false} />
      </View>
    </Section>
  );
}
