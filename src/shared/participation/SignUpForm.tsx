import { Text, View } from '@tarojs/components';
import type { FormField } from '@contract/shared/participation';
import { signUpFields } from '@contract/shared/participation/fields';
import { own } from '@/shared/own';
import { ChoiceField } from '@/shared/ui/ChoiceField/ChoiceField';
import { TextField } from '@/shared/ui/TextField/TextField';
import type { Answers } from './answers';

interface Props {
  form: readonly FormField[];
  answers: Answers;
  reused: boolean;
  onChange: (fieldId: string, value: string) => void;
}

/** The organiser's questions. */
export function SignUpForm({ form, answers, reused, onChange }: Props) {
  return (
    <View className="sx-sign-up">
      {reused && <Text className="sx-form__note">上次答过的已经替您填好，可以改。</Text>}
      {form.map((field) => {
        const shared = {
          name: `answers.${field.id}`,
          label: field.required ? field.label : `${field.label}（可不填）`,
          value: own(answers, field.id) ?? '',
          onChange: (value: string) => onChange(field.id, value),
        };
        return field.kind === 'choice' ? (
          <ChoiceField
            key={field.id}
            {...shared}
            options={field.options.map((option) => ({ label: option, value: option }))}
          />
        ) : (
          <TextField key={field.id} {...shared} max={signUpFields.answer.max} />
        );
      })}
    </View>
  );
}
