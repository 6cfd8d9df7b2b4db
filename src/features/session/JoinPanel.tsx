import { useEffect, useState } from 'react';
import { Text, View } from '@tarojs/components';
import { nameField } from '@contract/fields';
import { cleanText, foldJoinCode } from '@contract/text';
import { startAfresh } from '@/shared/call/client';
import { useCommandCall } from '@/shared/call/command';
import { fieldMessage } from '@/shared/call/error';
import { go } from '@/shared/nav';
import { Button } from '@/shared/ui/Button/Button';
import { FormError } from '@/shared/ui/FormError/FormError';
import { TextField } from '@/shared/ui/TextField/TextField';
import { snackbar } from '@/shared/ui/Snackbar/snackbar';
import { Tick } from '@/shared/ui/Tick/Tick';
import { useHere } from '@/shared/useHere';
import { forgetArrival, readArrival, rememberArrival, type Thing } from './arrival';
import { joinErrors, type JoinDraft } from './join';
import { ThingPreview } from './ThingPreview';
import { usePreview } from './usePreview';
import './JoinPanel.scss';

const PASTED_MAX = 200;

/**
 * A visitor joins a branch with its code. What is asked is all that will ever be asked to read. `thing` is what this very
 * page shows once he has joined; without it, what he opened before is opened then.
 */
export function JoinPanel({ thing }: { thing?: Thing }) {
  const [arrival] = useState(() => thing ?? readArrival());
  const { preview } = usePreview(arrival);
  const { name, id } = thing ?? {};
  useEffect(() => {
    if (name !== undefined && id !== undefined) rememberArrival({ name, id });
  }, [name, id]);
  const [draft, setDraft] = useState<JoinDraft>({ joinCode: '', name: '', fourteen: false });
  const [checked, setChecked] = useState(false);
  const here = useHere();
  const enter = () => {
    const stays = here();
    forgetArrival();
    startAfresh();
    if (stays && arrival && !thing) go(arrival.name, { id: arrival.id });
  };
  const join = useCommandCall('me.join', {
    onDone: () => {
      snackbar('已加入支部');
      enter();
    },
    // In already, by a sending whose reply was lost and in other words: what stands is shown.
    onFail: ({ code, message }) => {
      if (code !== 'ALREADY_JOINED') return;
      snackbar(message);
      enter();
    },
  });
  const errors = joinErrors(draft);
  const shown = (name: keyof JoinDraft) => (checked ? errors[name] : undefined) ?? fieldMessage(join.error, name);
  const unknownCode = join.error?.code === 'JOIN_CODE_UNKNOWN' ? join.error.message : undefined;
  const change = (patch: Partial<JoinDraft>) => setDraft((old) => ({ ...old, ...patch }));
  const submit = () => {
    setChecked(true);
    if (Object.keys(errors).length > 0) return;
    void join.run({ joinCode: foldJoinCode(draft.joinCode), name: cleanText(draft.name), fourteenOrOlder: true });
  };
  return (
    <View className="join">
      {preview && <ThingPreview preview={preview} />}
      <Text className="join__title">{preview ? '加入支部后看全部' : '加入支部'}</Text>
      <Text className="join__lead">向支部书记要一个邀请码，填两项，约一分钟。之后可以记录阅读、看荐书、报名活动。</Text>
      <TextField
        label="邀请码"
        // Longer than a code: what is pasted may be the whole invitation, of which the code is taken.
        max={PASTED_MAX}
        placeholder="6 到 12 位字母和数字"
        value={draft.joinCode}
        onChange={(joinCode) => change({ joinCode })}
        error={shown('joinCode') ?? unknownCode}
      />
      <TextField
        label="姓名"
        max={nameField.max}
        hint="支部里怎么称呼您就怎么写"
        value={draft.name}
        onChange={(name) => change({ name })}
        error={shown('name')}
      />
      <Tick
        label="我已年满 14 周岁"
        on={draft.fourteen}
        onChange={(fourteen) => change({ fourteen })}
        error={shown('fourteen') ?? fieldMessage(join.error, 'fourteenOrOlder')}
      />
      <FormError error={unknownCode ? null : join.error} />
      <View className="join__submit">
        <Button block loading={join.pending} onClick={submit}>
          加入
        </Button>
      </View>
      <Text className="join__privacy">阅读记录默认只有您自己看得到。不问手机号，不问生日，不读取通讯录。</Text>
    </View>
  );
}
