import { Text, View } from '@tarojs/components';
import { formMinutes, FORM_FIELDS_MAX } from '@contract/shared/participation/constants';
import type { FormField } from '@contract/shared/participation';
import { Button } from '@/shared/ui/Button/Button';
import { Heading } from '@/shared/ui/Heading/Heading';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { FormFieldEditor } from './FormFieldEditor';
import { mayAddField, newField } from './form';

interface Props {
  form: readonly FormField[];
  onChange: (update: (form: FormField[]) => FormField[]) => void;
}

/** The questions of the sign-up form; says what they cost the people who answer (rule R8). */
export function FormFieldsEditor({ form, onChange }: Props) {
  const remove = (field: FormField, index: number): void => {
    onChange((old) => old.filter(({ id }) => id !== field.id));
    snackbar('已删掉这个问题', {
      undo: () => onChange((old) => [...old.slice(0, index), field, ...old.slice(index)]),
    });
  };

  return (
    <View>
      <Heading level={2} className="sx-form__heading">
        报名要问什么
      </Heading>
      <Text className="sx-form__note">
        {form.length === 0
          ? `不问最省事：一点就报上。姓名已经有了，确实要知道的再问，最多 ${FORM_FIELDS_MAX} 个。`
          : `每个报名的人要花大约 ${formMinutes(form)} 分钟。`}
      </Text>
      <Text className="sx-form__note">问题发布后就定下来，不能再加、改、删，好让大家答的是同一份。</Text>
      {form.map((field, index) => (
        <FormFieldEditor
          key={field.id}
          number={index + 1}
          field={field}
          onChange={(next) => onChange((old) => old.map((other) => (other.id === field.id ? next : other)))}
          onRemove={() => remove(field, index)}
          path={`form.${index}`}
        />
      ))}
      {mayAddField(form) && (
        <View className="sx-form__add">
          <Button kind="quiet" onClick={() => onChange((old) => (mayAddField(old) ? [...old, newField(old)] : old))}>
            添一个问题
          </Button>
        </View>
      )}
    </View>
  );
}
