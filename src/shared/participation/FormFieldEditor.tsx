import { useState } from 'react';
import { View } from '@tarojs/components';
import type { FormField } from '@contract/shared/participation';
import { signUpFields } from '@contract/shared/participation/fields';
import { Button } from '@/shared/ui/Button/Button';
import { ChoiceField } from '@/shared/ui/ChoiceField/ChoiceField';
import { TextField } from '@/shared/ui/TextField/TextField';
import { optionsOf } from './form';
import './FormFieldEditor.scss';

interface Props {
  number: number;
  field: FormField;
  onChange: (field: FormField) => void;
  onRemove: () => void;
  /** Its path in the plan. */
  path: string;
}

/** One question: its text, how it is answered, whether it must be. */
export function FormFieldEditor({ number, field, onChange, onRemove, path }: Props) {
  // As typed: a line just begun is not an option yet and must not vanish under the cursor.
  const [typed, setTyped] = useState(field.options.join('\n'));
  return (
    <View className="sx-question">
      <TextField
        label={`问题 ${number}`}
        name={`${path}.label`}
        max={signUpFields.question.max}
        value={field.label}
        onChange={(label) => onChange({ ...field, label })}
        placeholder="比如：朗诵篇目"
      />
      <ChoiceField
        label="怎么答"
        options={[
          { label: '写几个字', value: 'text' },
          { label: '选一项', value: 'choice' },
        ]}
        value={field.kind}
        onChange={(kind) => onChange({ ...field, kind, options: kind === 'choice' ? optionsOf(typed) : [] })}
      />
      {field.kind === 'choice' && (
        <TextField
          label="选项，一行一个"
          name={`${path}.options`}
          multiline
          max={180}
          value={typed}
          onChange={(text) => {
            setTyped(text);
            onChange({ ...field, options: optionsOf(text) });
          }}
        />
      )}
      <View className="sx-question__foot">
        <ChoiceField
          label="必须回答吗"
          options={[
            { label: '可不填', value: 'optional' },
            { label: '必填', value: 'required' },
          ]}
          value={field.required ? 'required' : 'optional'}
          onChange={(value) => onChange({ ...field, required: value === 'required' })}
        />
        <Button kind="text" label={`删掉问题 ${number}`} onClick={onRemove}>
          删掉
        </Button>
      </View>
    </View>
  );
}
