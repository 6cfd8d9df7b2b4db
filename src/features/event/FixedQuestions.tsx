import { Text, View } from '@tarojs/components';
import type { FormField } from '@contract/shared/participation';
import { Heading } from '@/shared/ui/Heading/Heading';
import { Row } from '@/shared/ui/Row/Row';

const howText = ({ kind, options }: FormField): string =>
  kind === 'text' ? '写几个字' : `选一项：${options.join('、')}`;

/** The questions of a published event, which stay as they were published. */
export function FixedQuestions({ form }: { form: readonly FormField[] }) {
  return (
    <View>
      <Heading level={2} className="sx-form__heading">
        报名要问什么
      </Heading>
      <Text className="sx-form__note">
        {form.length === 0 ? '这场不问问题。发布后不能再加。' : '发布后不能再改，好让大家答的是同一份。'}
        一定要换时，请取消这场、另发一场。
      </Text>
      {form.map((field) => (
        <Row key={field.id} title={field.label} context={howText(field)} state={field.required ? '必填' : '可不填'} />
      ))}
    </View>
  );
}
