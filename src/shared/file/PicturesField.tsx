import { Image, Text, View } from '@tarojs/components';
import { Button } from '../ui/Button/Button';
import { useField } from '../form/useField';
import { Field } from '../ui/Field/Field';
import type { Picture, Pictures } from './usePictures';
import './PicturesField.scss';

const stateWords = ({ state, percent, problem }: Picture): string => {
  if (state === 'sending') return `正在上传 ${percent}%`;
  if (state === 'checking') return '正在检查';
  return state === 'failed' ? (problem ?? '没有传上去') : '已加上';
};

interface Props {
  label: string;
  /** Of the field in the input. */
  name: string;
  pictures: Pictures;
  hint?: string;
}

/** Pictures that go along: each with how far it is, to be taken back or tried again. */
export function PicturesField({ label, name, pictures, hint }: Props) {
  const { id, error } = useField(name);
  const { pictures: all, most, add, retry, remove } = pictures;
  return (
    <Field
      id={id}
      label={label}
      role="group"
      {...(error !== undefined && { error })}
      {...(hint !== undefined && { hint })}
      count={`${all.length}/${most}`}
    >
      {all.map((picture, index) => (
        <View key={picture.key} className="pictures__one">
          <Image
            className="pictures__seen"
            src={picture.preview}
            mode="aspectFill"
            ariaLabel={`第 ${index + 1} 张图片`}
          />
          <Text className={`pictures__state ${picture.state === 'failed' ? 'pictures__state--failed' : ''}`}>
            {stateWords(picture)}
          </Text>
          {picture.state === 'failed' && (
            <Button kind="text" onClick={() => retry(picture.key)}>
              重试
            </Button>
          )}
          <Button kind="text" label={`去掉第 ${index + 1} 张`} onClick={() => remove(picture.key)}>
            去掉
          </Button>
        </View>
      ))}
      {all.length < most && (
        <Button kind="quiet" block onClick={() => void add()}>
          {all.length === 0 ? '添加图片' : '再加一张'}
        </Button>
      )}
    </Field>
  );
}
