import { useState } from 'react';
import { View } from '@tarojs/components';
import { NOTE_MAX } from '@contract/constants';
import type { Details } from '@/shared/outbox/state';
import { Button } from '@/shared/ui/Button/Button';
import { TextField } from '@/shared/ui/TextField/TextField';
import { readDetails, type DetailsDraft } from './details';
import './DetailsForm.scss';

interface Props {
  initial: DetailsDraft;
  saveLabel?: string;
  onSave: (details: Details) => void;
  onCancel: () => void;
}

/** 页数, 分钟, 心得: all of them optional, all of them private. */
export function DetailsForm({ initial, saveLabel = '写好了', onSave, onCancel }: Props) {
  const [draft, setDraft] = useState(initial);
  const [checked, setChecked] = useState(false);
  const { details, errors } = readDetails(draft);
  const field = (name: keyof DetailsDraft) => ({
    value: draft[name],
    onChange: (value: string) => setDraft((old) => ({ ...old, [name]: value })),
    error: checked ? errors[name] : undefined,
  });
  const save = () => {
    setChecked(true);
    if (Object.keys(errors).length === 0) onSave(details);
  };
  return (
    <View className="details-form">
      <View className="details-form__numbers">
        <View className="details-form__number">
          <TextField label="读了几页" type="number" max={4} placeholder="可不填" {...field('pages')} />
        </View>
        <View className="details-form__number">
          <TextField label="几分钟" type="number" max={4} placeholder="可不填" {...field('minutes')} />
        </View>
      </View>
      <TextField
        label="心得"
        multiline
        max={NOTE_MAX}
        placeholder="一句话也好，不写也好"
        hint="仅自己可见"
        {...field('note')}
      />
      <View className="details-form__actions">
        <Button kind="text" onClick={onCancel}>
          先不写
        </Button>
        <Button kind="quiet" onClick={save}>
          {saveLabel}
        </Button>
      </View>
    </View>
  );
}
